package dev.tollgate.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TollgateTest {
  private static final URI BASE = URI.create("https://api.example.com");

  @Test
  void nothingShowsTheKey() throws IOException {
    try (Desk desk = new Desk()) {
      assertThat(desk.tollgate.toString())
          .isEqualTo("Tollgate[" + desk.server.base() + "]")
          .doesNotContain(Desk.KEY);
      assertThat(desk.reservation().toString()).startsWith("Reservation[res_");
      assertThat(new Secret(Desk.KEY)).hasToString("[hidden]");
      desk.server.problem(401, "unauthenticated");
      assertThatThrownBy(() -> desk.tollgate.check("emails", 1))
          .satisfies(refused -> assertThat(trace(refused)).doesNotContain(Desk.KEY));
      desk.server.close();
      assertThatThrownBy(() -> desk.tollgate.check("emails", 1))
          .satisfies(lost -> assertThat(trace(lost)).doesNotContain(Desk.KEY));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "tg_with space", "tg_with\nline", "tg_ümlaut"})
  void aTextThatIsNoKeyIsRefusedUnquoted(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tollgate.at(BASE, key))
        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("tg_"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.com",
        "/api",
        "https:///path",
        "https://user:word@example.com",
        "https://example.com?a=b",
        "https://example.com#a",
      })
  void whatIsNoAddressIsRefusedUnquoted(String base) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tollgate.at(URI.create(base), "tg_key"))
        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("word"));
  }

  @Test
  void anAddressMayHaveAPathAndASlash() throws IOException {
    try (ScriptedTollgate server = new ScriptedTollgate()) {
      server.ok("{'allowed':true,'used':1,'limit':5,'remaining':4}");
      Tollgate.at(URI.create(server.base() + "/eu/"), "tg_key").check("emails", 1);
      assertThat(server.calls().getFirst().path()).isEqualTo("/eu/api/v1/quota/check");
    }
  }

  @Test
  void theKeyIsNotTakenElsewhere() {
    HttpClient follows =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    Tollgate tollgate = Tollgate.at(BASE, "tg_key");
    assertThatIllegalArgumentException().isThrownBy(() -> tollgate.with(follows));
  }

  @Test
  void anotherHttpClientIsUsed() throws IOException {
    try (ScriptedTollgate server = new ScriptedTollgate();
        HttpClient closed = HttpClient.newHttpClient()) {
      closed.shutdownNow();
      Tollgate tollgate =
          Tollgate.at(server.base(), "tg_key").withPatience(Duration.ZERO).with(closed);
      assertThatThrownBy(() -> tollgate.check("emails", 1)).isInstanceOf(TollgateUnavailable.class);
      assertThat(server.calls()).isEmpty();
    }
  }

  @Test
  void timesThatMakeNoSenseAreRefused() {
    Tollgate tollgate = Tollgate.at(BASE, "tg_key");
    assertThatIllegalArgumentException().isThrownBy(() -> tollgate.withTimeout(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tollgate.withPatience(Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> tollgate.withHold(Duration.ofMillis(9)));
  }

  @Test
  void theHoldIsWhatWorkIsReservedFor() throws IOException {
    try (Desk desk = new Desk()) {
      desk.server.reserves().commits();
      desk.tollgate.withHold(Duration.ofHours(1)).withQuota("emails", 1, () -> "done");
      assertThat(desk.server.calls().getFirst().body()).contains("\"ttl_seconds\":3600");
    }
  }

  private static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
