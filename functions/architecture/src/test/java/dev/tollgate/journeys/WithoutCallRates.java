package dev.tollgate.journeys;

import dev.tollgate.editions.EditionFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A shipped edition that limits no number of calls, for journeys that count what a call costs by
 * itself or make more calls in a minute than a person would.
 */
final class WithoutCallRates {
  private WithoutCallRates() {}

  /** The path of a file; one that is a path already is left as it is. */
  static String of(String edition) {
    if (edition.contains("/")) {
      return edition;
    }
    try (InputStream in =
        EditionFiles.class.getResourceAsStream("/editions/" + edition + ".yaml")) {
      String shipped =
          new String(Objects.requireNonNull(in, edition).readAllBytes(), StandardCharsets.UTF_8);
      Path folder = Files.createTempDirectory("edition");
      Path file = folder.resolve(edition + ".yaml");
      Files.writeString(
          file, shipped.replaceAll("(?m)^  api_per_(\\w+):.*(\\n    - .*)*$", "  api_per_$1: []"));
      file.toFile().deleteOnExit();
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
