package dev.tollgate.core.outgoing;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public internet from all others (IANA's special-purpose registries, RFC
 * 6890). An IPv6 address that carries an IPv4 address is as public as that one.
 */
public final class AddressRules {
  private static final List<Range> CLOSED_V4 =
      List.of(
          Range.of("0.0.0.0", 8), // this network, unspecified
          Range.of("10.0.0.0", 8), // private
          Range.of("100.64.0.0", 10), // carrier-grade NAT
          Range.of("127.0.0.0", 8), // loopback
          Range.of("169.254.0.0", 16), // link-local, the clouds' metadata services
          Range.of("172.16.0.0", 12), // private
          Range.of("192.0.0.0", 24), // protocol assignments
          Range.of("192.0.2.0", 24), // documentation
          Range.of("192.88.99.0", 24), // 6to4 relays
          Range.of("192.168.0.0", 16), // private
          Range.of("198.18.0.0", 15), // benchmarking
          Range.of("198.51.100.0", 24), // documentation
          Range.of("203.0.113.0", 24), // documentation
          Range.of("224.0.0.0", 4), // multicast
          Range.of("240.0.0.0", 4)); // reserved, broadcast

  /** What is routed at all; unique-local, link-local, multicast and the rest lie outside. */
  private static final Range GLOBAL_V6 = Range.of("2000::", 3);

  private static final List<Range> CLOSED_V6 =
      List.of(
          Range.of("2001::", 23), // protocol assignments: Teredo, benchmarking, ORCHID
          Range.of("2001:db8::", 32), // documentation
          Range.of("3fff::", 20)); // documentation

  private static final Range SIX_TO_FOUR = Range.of("2002::", 16);
  private static final Range NAT64 = Range.of("64:ff9b::", 96);

  private AddressRules() {}

  public static boolean isPublic(InetAddress address) {
    return isPublic(address.getAddress());
  }

  private static boolean isPublic(byte[] address) {
    if (address.length == 4) {
      return noneHolds(CLOSED_V4, address);
    }
    if (NAT64.holds(address)) {
      return isPublic(Arrays.copyOfRange(address, 12, 16));
    }
    if (SIX_TO_FOUR.holds(address)) {
      return isPublic(Arrays.copyOfRange(address, 2, 6));
    }
    return GLOBAL_V6.holds(address) && noneHolds(CLOSED_V6, address);
  }

  private static boolean noneHolds(List<Range> ranges, byte[] address) {
    return ranges.stream().noneMatch(range -> range.holds(address));
  }

  /** A network of a prefix's length. */
  private record Range(byte[] network, int bits) {
    static Range of(String literal, int bits) {
      return new Range(InetAddress.ofLiteral(literal).getAddress(), bits);
    }

    boolean holds(byte[] address) {
      if (address.length != network.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if (((address[bit / 8] ^ network[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
