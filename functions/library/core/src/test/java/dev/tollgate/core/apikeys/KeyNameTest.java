package dev.tollgate.core.apikeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyNameTest {
  @Test
  void aNameIsWrittenInAnyScriptAndBlanksAroundItAreForgiven() {
    assertThat(KeyName.parse("  उत्पादन \uD83D\uDE80 "))
        .contains(new KeyName("उत्पादन \uD83D\uDE80"));
  }

  @Test
  void eightyCharactersAreANameAndOneMoreIsNone() {
    String rocket = "\uD83D\uDE80";

    assertThat(KeyName.parse(rocket.repeat(80))).isPresent();
    assertThat(KeyName.parse(rocket.repeat(81))).isEmpty();
    assertThatThrownBy(() -> new KeyName("a".repeat(81)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "a\nb", "a\u0000", "a\u202Eb", "\uD800"})
  void whatIsNoNameIsRefused(String text) {
    assertThat(KeyName.parse(text)).isEmpty();
  }
}
