package dev.tollgate.admin;

import dev.tollgate.core.outgoing.EndpointDraft;
import io.micronaut.core.annotation.Introspected;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint shall be; what is absent stays as it is.
 *
 * @param url https; required for a new one
 * @param events that it wants; an empty list for all
 * @param enabled a new one always is
 */
@Introspected
record EndpointRequest(
    @Nullable String url,
    @Nullable String description,
    @Nullable EventList events,
    @Nullable Boolean enabled) {

  EndpointDraft draft() {
    return new EndpointDraft(
        Optional.ofNullable(url),
        Optional.ofNullable(description),
        Optional.ofNullable(events).map(EventList::names),
        Optional.ofNullable(enabled));
  }
}
