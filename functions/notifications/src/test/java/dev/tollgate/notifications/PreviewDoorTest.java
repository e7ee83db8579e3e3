package dev.tollgate.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.lambda.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PreviewDoorTest {
  private static final List<String> EDITIONS =
      List.of("tollgate", "pathsix", "pm33", "rms", "resolutionflow", "inboxgrove");

  private final PreviewDoor door = new PreviewDoor(Map.of("EDITION", "tollgate"));

  @Test
  void everyKindCanBeSeenInSomeEdition() {
    Set<String> seen = new HashSet<>();
    for (String edition : EDITIONS) {
      for (Object kind : kinds("{\"edition\":\"" + edition + "\"}")) {
        Map<?, ?> mail = ask("{\"edition\":\"" + edition + "\",\"kind\":\"" + kind + "\"}");
        assertThat(String.valueOf(mail.get("html"))).startsWith("<!doctype html>");
        assertThat(String.valueOf(mail.get("text"))).isNotBlank();
        seen.add(String.valueOf(kind));
      }
    }

    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(MailKind.values()).map(MailKind::file).toList());
  }

  @Test
  void withoutAnEditionItIsTheStacksOwn() {
    assertThat(ask("{}").get("edition")).isEqualTo("tollgate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"kind\":\"../layout\"}", "{\"edition\":\"../x\"}", "{\"edition\":\"nosuch\"}"})
  void whatThereIsNotIsUnknown(String question) {
    assertThat(ask(question)).isEqualTo(Map.of("unknown", true));
  }

  private List<?> kinds(String question) {
    return ask(question).get("kinds") instanceof List<?> kinds ? kinds : List.of();
  }

  private Map<?, ?> ask(String question) {
    return Json.read(door.answer(question.getBytes(StandardCharsets.UTF_8)))
            instanceof Map<?, ?> answer
        ? answer
        : Map.of();
  }
}
