package dev.tollgate.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.editions.Edition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A small edition that is read, {@code small.yaml}, and copies of it in which a part differs. */
record Small(String text) {
  static Small edition() {
    try (InputStream in = Objects.requireNonNull(Small.class.getResourceAsStream("/small.yaml"))) {
      return new Small(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first place at which it stands is replaced; the test is wrong where there is none. */
  Small with(String part, String other) {
    assertThat(text).contains(part);
    int at = text.indexOf(part);
    return new Small(text.substring(0, at) + other + text.substring(at + part.length()));
  }

  Edition read() {
    return EditionFiles.parse("small.yaml", text);
  }

  /** Refused for exactly these reasons, each as {@code LINE: reason}, in this order. */
  void isRefused(String... reasons) {
    String expected = "small.yaml:" + String.join("\nsmall.yaml:", reasons);
    assertThatThrownBy(this::read).isInstanceOf(EditionRefused.class).hasMessage(expected);
  }
}
