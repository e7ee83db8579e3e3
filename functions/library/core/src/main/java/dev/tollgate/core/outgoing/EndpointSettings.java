package dev.tollgate.core.outgoing;

import java.util.Set;

/**
 * What the platform owner says about an endpoint.
 *
 * @param events that it wants; empty for all
 */
public record EndpointSettings(EndpointUrl url, String description, Set<String> events) {
  public EndpointSettings {
    events = Set.copyOf(events);
  }
}
