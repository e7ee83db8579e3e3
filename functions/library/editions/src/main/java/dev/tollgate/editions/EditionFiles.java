package dev.tollgate.editions;

import dev.tollgate.core.editions.Edition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/** The door to editions: a shipped one by its name, any other by its file. */
public final class EditionFiles {
  private static final String SUFFIX = ".yaml";
  private static final Pattern SHIPPED_NAME = Pattern.compile("[a-z][a-z0-9_]*");

  private interface Source {
    InputStream open() throws IOException;
  }

  private EditionFiles() {}

  /**
   * @param nameOrPath the path of a file where it contains a slash or ends in {@code .yaml}; else
   *     the name of a shipped edition
   * @throws EditionRefused with every mistake, also where there is no such file
   */
  public static Edition load(String nameOrPath) {
    if (!nameOrPath.contains("/") && !nameOrPath.endsWith(SUFFIX)) {
      return read(nameOrPath + SUFFIX, () -> shipped(nameOrPath));
    }
    String fileName = nameOrPath.substring(nameOrPath.lastIndexOf('/') + 1);
    return read(fileName, () -> Files.newInputStream(Path.of(nameOrPath)));
  }

  private static Edition read(String fileName, Source source) {
    try (InputStream in = source.open()) {
      return parse(fileName, decode(fileName, in.readNBytes(PlainYaml.MOST_CHARACTERS + 1)));
    } catch (IOException | InvalidPathException e) {
      throw refused(fileName, "cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  /**
   * @param fileName what the messages call it
   * @throws EditionRefused with every mistake
   */
  public static Edition parse(String fileName, String text) {
    Problems problems = new Problems(fileName);
    Optional<Node> root = PlainYaml.compose(text, problems);
    return root.flatMap(node -> new EditionReader(new Value("", 1, node, problems)).read())
        .filter(_ -> problems.count() == 0)
        .orElseThrow(problems::refusal);
  }

  private static InputStream shipped(String name) {
    InputStream resource =
        SHIPPED_NAME.matcher(name).matches()
            ? EditionFiles.class.getResourceAsStream("/editions/" + name + SUFFIX)
            : null;
    if (resource == null) {
      throw refused(name + SUFFIX, "no edition of this name is shipped");
    }
    return resource;
  }

  private static String decode(String fileName, byte[] bytes) {
    if (bytes.length > PlainYaml.MOST_CHARACTERS) {
      throw refused(fileName, "larger than " + PlainYaml.MOST_CHARACTERS + " bytes");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw refused(fileName, "not UTF-8");
    }
  }

  private static EditionRefused refused(String fileName, String reason) {
    return new EditionRefused(List.of(fileName + ":1: " + reason));
  }
}
