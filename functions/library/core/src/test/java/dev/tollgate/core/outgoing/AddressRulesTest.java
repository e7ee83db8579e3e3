package dev.tollgate.core.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        // first and last of every closed network of IPv4
        "0.0.0.0",
        "0.255.255.255",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.0",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.255",
        "169.254.0.0",
        "169.254.169.254",
        "169.254.255.255",
        "172.16.0.0",
        "172.31.255.255",
        "192.0.0.0",
        "192.0.0.255",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.0",
        "192.168.255.255",
        "198.18.0.0",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.0",
        "239.255.255.255",
        "240.0.0.0",
        "255.255.255.255",
        // IPv6: unspecified, loopback, mapped, compatible, translated
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::7f00:1",
        "::ffff:0:7f00:1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::7f00:1",
        "64:ff9b:1::808:808",
        "64:ff9b:0:0:0:1:808:808",
        "100::1",
        // 6to4 of 10.0.0.1 and of 169.254.169.254; Teredo, benchmarking, ORCHID, documentation
        "2002:a00:1::1",
        "2002:a9fe:a9fe::1",
        "2001::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:2::1",
        "2001:10::1",
        "2001:20::1",
        "2001:1ff:ffff::1",
        "2001:db8::1",
        "3fff::1",
        // unique-local, link-local, site-local, multicast, the clouds' metadata
        "fc00::1",
        "fdff:ffff::1",
        "fd00:ec2::254",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "ff0e::1",
        "1fff::1",
        "4000::1"
      })
  void whatIsNotThePublicInternetIsNotCalled(String literal) {
    assertThat(AddressRules.isPublic(InetAddress.ofLiteral(literal))).isFalse();
    assertThat(Reach.PUBLIC.allows(InetAddress.ofLiteral(literal))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // next door to the closed networks
        "1.0.0.0",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "191.255.255.255",
        "192.0.1.0",
        "192.0.3.0",
        "192.88.98.255",
        "192.88.100.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "203.0.112.255",
        "203.0.114.0",
        "223.255.255.255",
        "2000::1",
        "2001:200::1",
        "2001:db7:ffff::1",
        "2001:db9::1",
        "2606:4700::1111",
        "2a00:1450:4001::1",
        "3ffe:ffff::1",
        "3fff:1000::1",
        // carriers of a public IPv4 address
        "64:ff9b::808:808",
        "2002:808:808::1",
        "::ffff:8.8.8.8"
      })
  void thePublicInternetIs(String literal) {
    assertThat(Reach.PUBLIC.allows(InetAddress.ofLiteral(literal))).isTrue();
  }

  @Test
  void theLocalStackReachesItsOwnMachineAndNothingElseBehindTheWall() {
    assertThat(Reach.LOCAL_TOO.allows(InetAddress.ofLiteral("127.0.0.1"))).isTrue();
    assertThat(Reach.LOCAL_TOO.allows(InetAddress.ofLiteral("::ffff:127.0.0.1"))).isTrue();
    assertThat(Reach.LOCAL_TOO.allows(InetAddress.ofLiteral("127.0.0.2"))).isFalse();
    assertThat(Reach.LOCAL_TOO.allows(InetAddress.ofLiteral("::1"))).isFalse();
    assertThat(Reach.LOCAL_TOO.allows(InetAddress.ofLiteral("10.0.0.1"))).isFalse();
  }
}
