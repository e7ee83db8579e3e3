package dev.tollgate.architecture;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * google-java-format over the project's sources. It runs on the JDK of the tests, because it parses
 * with the compiler of the JDK it runs on, and the one that runs Maven may be older than our
 * syntax.
 */
final class SourceFormat {
  private final Path root;

  SourceFormat(Path root) {
    this.root = root;
  }

  /** Formats every source in place. */
  public static void main(String[] arguments) throws IOException, FormatterException {
    SourceFormat sources = new SourceFormat(Path.of(arguments[0]));
    for (Path file : sources.unformatted()) {
      Files.writeString(file, format(Files.readString(file)));
      System.out.println("formatted " + sources.root.relativize(file));
    }
  }

  static Path project() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("template.yaml"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  List<Path> unformatted() throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(root)) {
      sources = files.filter(this::isSource).sorted().toList();
    }
    return sources.parallelStream().filter(file -> !isFormatted(file)).toList();
  }

  private boolean isSource(Path file) {
    String path = root.relativize(file).toString();
    return path.endsWith(".java") && !path.contains("target/");
  }

  private static boolean isFormatted(Path file) {
    try {
      String source = Files.readString(file);
      return source.equals(format(source));
    } catch (FormatterException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String format(String source) throws FormatterException {
    String ordered = ImportOrderer.reorderImports(source, JavaFormatterOptions.Style.GOOGLE);
    return new Formatter().formatSource(RemoveUnusedImports.removeUnusedImports(ordered));
  }
}
