package dev.tollgate.notifications;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The words and the layout as they lie in this function's package. */
final class TemplateFiles {
  private TemplateFiles() {}

  /**
   * @param name such as {@code layout.html} or {@code en/trial_started.txt}
   */
  static String read(String name) {
    try (InputStream in = TemplateFiles.class.getResourceAsStream("/words/" + name)) {
      if (in == null) {
        throw new IllegalStateException("there is no template " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the template " + name + " cannot be read", e);
    }
  }
}
