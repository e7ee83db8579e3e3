package dev.tollgate.core.kernel;

/**
 * Who is at the other end of the connection, as far as the network tells.
 *
 * @param address the peer's IP address as the gateway saw it, never a header's claim
 * @param userAgent what the client calls itself, at most 256 characters, empty where it says
 *     nothing
 */
public record Client(String address, String userAgent) {
  private static final int LONGEST_USER_AGENT = 256;

  public Client {
    if (userAgent.length() > LONGEST_USER_AGENT) {
      userAgent = userAgent.substring(0, LONGEST_USER_AGENT);
    }
  }
}
