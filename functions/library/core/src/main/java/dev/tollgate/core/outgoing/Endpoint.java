package dev.tollgate.core.outgoing;

import dev.tollgate.core.kernel.EndpointId;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/**
 * An address of the product's own services.
 *
 * @param events that it wants; empty for all
 * @param version of the stored item; each change is one more
 */
public record Endpoint(
    EndpointId id,
    EndpointUrl url,
    String description,
    Set<String> events,
    SigningSecrets secrets,
    State state,
    Instant createdAt,
    long version) {
  public Endpoint {
    events = Set.copyOf(events);
  }

  /** Whether it is told anything. */
  public sealed interface State {
    /** Gets what it wants. Ended by the platform owner, or by its own answer 410. */
    record Enabled() implements State {}

    /** Gets nothing, and what was under way to it is cancelled. Ended by the platform owner. */
    record Disabled(Reason reason, Instant since) implements State {}
  }

  /** Why an endpoint gets nothing. Stored by its {@link #wireName()}. */
  public enum Reason {
    /** The platform owner said so. */
    BY_OWNER,
    /** It answered 410 Gone. */
    GONE;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Endpoint created(
      EndpointId id, EndpointSettings settings, WebhookSecret secret, Instant now) {
    return new Endpoint(
        id,
        settings.url(),
        settings.description(),
        settings.events(),
        SigningSecrets.of(secret),
        new State.Enabled(),
        now,
        1);
  }

  public boolean isEnabled() {
    return state instanceof State.Enabled;
  }

  boolean wants(String event) {
    return isEnabled() && (events.isEmpty() || events.contains(event));
  }

  EndpointSettings settings() {
    return new EndpointSettings(url, description, events);
  }

  Endpoint with(EndpointSettings changed) {
    return new Endpoint(
        id,
        changed.url(),
        changed.description(),
        changed.events(),
        secrets,
        state,
        createdAt,
        version + 1);
  }

  Endpoint with(SigningSecrets changed) {
    return new Endpoint(id, url, description, events, changed, state, createdAt, version + 1);
  }

  Endpoint with(State changed) {
    return new Endpoint(id, url, description, events, secrets, changed, createdAt, version + 1);
  }

  /** Several changes that are written together are one version. */
  Endpoint overVersion(long before) {
    long next = Math.min(version, before + 1);
    return new Endpoint(id, url, description, events, secrets, state, createdAt, next);
  }

  Endpoint enabled() {
    return isEnabled() ? this : with(new State.Enabled());
  }

  /** The first reason and its time stay. */
  Endpoint disabled(Reason reason, Instant now) {
    return isEnabled() ? with(new State.Disabled(reason, now)) : this;
  }
}
