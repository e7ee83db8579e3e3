package dev.tollgate.local.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.local.gateway.Outgoing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
  private static final List<String> PEOPLE_OPEN =
      List.of(
          "/_local",
          "/_local/app/billing",
          "/_local/app/verify-email",
          "/_local/app/reset-password");

  /** What a page or a script loads, as the two languages write it. */
  private static final Pattern LOADED =
      Pattern.compile("(?:<link rel=\"stylesheet\" href=|<script src=|from )\"([^\"]+)\"");

  @ParameterizedTest
  @CsvSource({
    "/_local/app/billing, text/html",
    "/_local/assets/billing.css, text/css",
    "/_local/assets/billing.js, text/javascript"
  })
  void theBillingPageIsServedWithTheHeadersOfEveryPage(String path, String type) {
    assertThat(page(path).headers())
        .containsEntry("content-type", type + "; charset=utf-8")
        .containsEntry("cache-control", "no-store")
        .containsEntry("referrer-policy", "no-referrer")
        .containsEntry("x-content-type-options", "nosniff")
        .hasEntrySatisfying(
            "content-security-policy",
            policy ->
                assertThat(policy)
                    .contains("default-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("script-src"));
  }

  @Test
  void everythingThatThePagesLoadIsServed() {
    Set<String> seen = new LinkedHashSet<>(PEOPLE_OPEN);
    Deque<String> left = new ArrayDeque<>(PEOPLE_OPEN);
    while (!left.isEmpty()) {
      Matcher loaded = LOADED.matcher(text(left.remove()));
      while (loaded.find()) {
        String path = loaded.group(1).replaceFirst("^\\./", "/_local/assets/");
        if (seen.add(path)) {
          left.add(path);
        }
      }
    }

    assertThat(seen)
        .allSatisfy(path -> assertThat(Pages.find(path)).as(path).isPresent())
        .contains(
            "/_local/assets/billing-parts.js", "/_local/assets/api.js", "/_local/assets/words.js");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/_local/assets/billing.js",
        "/_local/assets/billing-parts.js",
        "/_local/assets/dom.js",
        "/_local/assets/api.js",
        "/_local/assets/words.js"
      })
  void whatAServerWroteIsOnlyEverSetAsText(String script) {
    assertThat(text(script))
        .doesNotContain(
            "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "srcdoc", "eval(");
  }

  private static Outgoing page(String path) {
    return Pages.find(path).orElseThrow();
  }

  private static String text(String path) {
    return new String(page(path).body(), StandardCharsets.UTF_8);
  }
}
