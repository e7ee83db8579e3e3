package dev.tollgate.notifications;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The templates as they lie in this function's package. */
final class TemplateFiles {
  private TemplateFiles() {}

  static String read(String name) {
    try (InputStream in = TemplateFiles.class.getResourceAsStream("/templates/" + name)) {
      if (in == null) {
        throw new IllegalStateException("there is no template " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the template " + name + " cannot be read", e);
    }
  }
}
