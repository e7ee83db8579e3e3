package dev.tollgate.core.outgoing;

import java.net.InetAddress;

/** Which addresses a deployment may call. */
public enum Reach {
  /** The public internet, and nothing behind our own walls. Every deployment in the cloud. */
  PUBLIC,
  /** The machine itself too, and without encryption: the local stack, where it says so. */
  LOCAL_TOO;

  private static final byte[] THIS_MACHINE = {127, 0, 0, 1};

  public boolean allows(InetAddress address) {
    return AddressRules.isPublic(address) || (this == LOCAL_TOO && isThisMachine(address));
  }

  /** 127.0.0.1 alone: other loopback addresses may have other listeners. */
  static boolean isThisMachine(InetAddress address) {
    return java.util.Arrays.equals(address.getAddress(), THIS_MACHINE);
  }
}
