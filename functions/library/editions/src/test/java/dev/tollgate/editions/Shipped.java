package dev.tollgate.editions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The texts of the files that are shipped, for tests to read and to spoil. */
final class Shipped {
  static final List<String> NAMES =
      List.of("tollgate", "pathsix", "pm33", "rms", "resolutionflow", "inboxgrove");

  private Shipped() {}

  static String text(String name) {
    try (InputStream in =
        Objects.requireNonNull(Shipped.class.getResourceAsStream("/editions/" + name + ".yaml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
