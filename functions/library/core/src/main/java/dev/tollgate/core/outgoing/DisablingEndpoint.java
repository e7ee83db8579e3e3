package dev.tollgate.core.outgoing;

import dev.tollgate.core.kernel.Unavailable;
import java.time.Instant;
import java.util.Optional;

/** An endpoint that answered 410 is told nothing more, until the platform owner enables it. */
public final class DisablingEndpoint {
  private static final int ROUNDS = 5;

  private final Endpoints endpoints;

  public DisablingEndpoint(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  /** Nothing where it has another address by now: that one did not answer. */
  void gone(Endpoint called, Instant now) {
    for (int round = 0; round < ROUNDS; round++) {
      Optional<Endpoint> found =
          endpoints
              .find(called.id())
              .filter(Endpoint::isEnabled)
              .filter(endpoint -> endpoint.url().equals(called.url()));
      if (found.isEmpty()
          || endpoints.replace(found.get().disabled(Endpoint.Reason.GONE, now), Optional.empty())) {
        return;
      }
    }
    throw new Unavailable("the endpoint kept changing");
  }
}
