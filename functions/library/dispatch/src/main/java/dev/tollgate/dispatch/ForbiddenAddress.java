package dev.tollgate.dispatch;

import java.net.UnknownHostException;

/** A name stands for an address that we do not call. It names neither. */
final class ForbiddenAddress extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  ForbiddenAddress() {
    super("an address that is not called");
  }
}
