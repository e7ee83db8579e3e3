package dev.tollgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A timeline as it must be, written down in a file of its own for people to read. */
final class Expected {
  private Expected() {}

  /** What happened is left beside the build's other reports, to compare or to keep. */
  static void matches(String name, Life life) {
    matches(name, Map.of(), life);
  }

  static void matches(String name, Map<String, String> values, Life life) {
    write(name, life.lines());
    assertThat(life.story()).as(name).isEqualTo(String.join("\n", of(name, values)));
  }

  private static void write(String name, List<String> lines) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "timelines"));
      Files.write(folder.resolve(name + ".txt"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Without lines that begin with a hash, which explain.
   *
   * @param values of what stands in braces
   */
  static List<String> of(String name, Map<String, String> values) {
    try (InputStream in = Expected.class.getResourceAsStream("/timelines/" + name + ".txt")) {
      String text =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> value : values.entrySet()) {
        text = text.replace("{" + value.getKey() + "}", value.getValue());
      }
      return text.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
