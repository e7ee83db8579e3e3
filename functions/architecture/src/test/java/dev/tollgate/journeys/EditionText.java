package dev.tollgate.journeys;

import dev.tollgate.editions.EditionFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A shipped edition with one passage of its file written anew. */
final class EditionText {
  private EditionText() {}

  /** The path of a file. */
  static String of(String edition, String passage, String anew) {
    try (InputStream in =
        EditionFiles.class.getResourceAsStream("/editions/" + edition + ".yaml")) {
      String shipped =
          new String(Objects.requireNonNull(in, edition).readAllBytes(), StandardCharsets.UTF_8);
      if (!shipped.contains(passage)) {
        throw new IllegalArgumentException("no such passage in " + edition);
      }
      Path file = Files.createTempDirectory("edition").resolve(edition + ".yaml");
      Files.writeString(file, shipped.replace(passage, anew));
      file.toFile().deleteOnExit();
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
