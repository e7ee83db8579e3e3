package dev.tollgate.core.billing;

import java.net.URI;

/**
 * Where the provider's pages send people back to; from configuration, never from a request.
 *
 * @param frontend without a slash at its end
 */
public record Links(URI frontend) {
  public URI checkoutDone() {
    return URI.create(frontend + "/billing?checkout=done");
  }

  public URI checkoutCanceled() {
    return URI.create(frontend + "/billing?checkout=canceled");
  }

  public URI billing() {
    return URI.create(frontend + "/billing");
  }
}
