package dev.tollgate.core.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.kernel.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "https://hooks.example.com/a/b?token=1%20x&y",
        "HTTPS://example.com:443/",
        "https://example.com:1024/",
        "https://example.com:65535",
        "https://xn--bcher-kva.example/hook",
        "https://8.8.8.8/hook",
        "https://[2606:4700::1111]/hook"
      })
  void aPublicAddressIsTaken(String url) {
    assertThat(EndpointUrl.parse(url, Reach.PUBLIC)).isInstanceOf(Checked.Valid.class);
    assertThat(EndpointUrl.parse(url, Reach.LOCAL_TOO)).isInstanceOf(Checked.Valid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "example.com",
        "//example.com",
        "https:",
        "https:///x",
        "https://",
        "mailto:a@b.c",
        "http://example.com",
        "ftp://example.com",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://user@example.com",
        "https://user:pw@example.com",
        "https://@example.com",
        "https://example.com#f",
        "https://example.com#",
        "https://example.com:22",
        "https://example.com:80",
        "https://example.com:1023",
        "https://example.com:0",
        "https://example.com:65536",
        "https://example.com:-1",
        "https://example.com:99999999999",
        "https://localhost",
        "https://intranet/x",
        "https://example.com./",
        "https://127.0.0.1",
        "https://127.0.0.1:8443/",
        "https://10.0.0.1",
        "https://169.254.169.254",
        "https://0.0.0.0",
        "https://[::1]",
        "https://[::ffff:10.0.0.1]",
        "https://[fe80::1%25eth0]",
        "https://[fd00:ec2::254]",
        "https://[64:ff9b::7f00:1]",
        // other spellings of 127.0.0.1 that some resolvers understand
        "https://2130706433",
        "https://0x7f000001",
        "https://0x7f.0.0.1",
        "https://0177.0.0.1",
        "https://127.1",
        "https://127.0.1",
        "https://017700000001",
        "https://1.2.3.4.5",
        "https://999.1.1.1",
        "https://127.0.0.1.",
        "https://exa mple.com",
        "https://example.com/\n",
        "https://b\u00fccher.example",
        "https://example.com/\u0000",
        "https://a_b.example.com@127.0.0.1/"
      })
  void everythingElseIsRefused(String url) {
    assertThat(EndpointUrl.parse(url, Reach.PUBLIC)).isInstanceOf(Checked.Invalid.class);
  }

  @Test
  void anEndlessAddressIsRefused() {
    assertThat(EndpointUrl.parse("https://example.com/" + "x".repeat(2_100), Reach.PUBLIC))
        .isInstanceOf(Checked.Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8080/x", "https://127.0.0.1:8443"})
  void theLocalStackMayCallItself(String url) {
    assertThat(EndpointUrl.parse(url, Reach.LOCAL_TOO)).isInstanceOf(Checked.Valid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com:8080", "http://127.0.0.1", "http://127.0.0.1:22",
            "http://127.0.0.2:8080",
        "http://[::1]:8080", "http://localhost:8080", "http://10.0.0.1:8080", "https://192.168.0.1"
      })
  void butNothingElseWithoutEncryptionOrBehindTheWall(String url) {
    assertThat(EndpointUrl.parse(url, Reach.LOCAL_TOO)).isInstanceOf(Checked.Invalid.class);
  }
}
