package dev.tollgate.client.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.client.ScriptedTollgate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  @Test
  void showsTheCodeThatIsCompiledHere() throws IOException {
    Path source = Path.of("src/test/java/dev/tollgate/client/example/Letters.java");
    String code = between(Files.readString(source, UTF_8), "// <README>\n", "// </README>");
    String shown = between(Files.readString(Path.of("README.md"), UTF_8), "```java\n", "```");
    assertThat(shown).isEqualTo(code.stripIndent());
  }

  @Test
  void andTheCodeDoesWhatItSays() throws IOException {
    try (ScriptedTollgate tollgate = new ScriptedTollgate()) {
      tollgate.reserves().commits();
      Letters letters = new Letters(tollgate.base(), "tg_key", letter -> letter + "-1");
      assertThat(letters.send("hello")).isEqualTo("sent as hello-1");

      tollgate.reserves().lapses("reservation_expired");
      assertThat(letters.send("hello")).isEqualTo("sent as hello-1, for nothing");

      tollgate.refuses();
      assertThat(letters.send("hello")).isEqualTo("The plan Pro has 100 e-mails a month.");

      tollgate.problem(402, "subscription_inactive");
      assertThat(letters.send("hello")).isEqualTo("not now: subscription_inactive");
    }
  }

  @Test
  void aFailureOfTheWorkKeepsItsType() throws IOException {
    try (ScriptedTollgate tollgate = new ScriptedTollgate()) {
      tollgate.reserves().releases();
      IOException down = new IOException("the mailer is down");
      Letters letters =
          new Letters(
              tollgate.base(),
              "tg_key",
              _ -> {
                throw down;
              });
      assertThatThrownBy(() -> letters.send("hello")).isSameAs(down);
      assertThat(tollgate.calls()).last().hasToString("DELETE /api/v1/quota/reservations/ID");
    }
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
