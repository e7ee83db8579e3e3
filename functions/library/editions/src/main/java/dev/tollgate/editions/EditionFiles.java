package dev.tollgate.editions;

import dev.tollgate.core.editions.Edition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/** The door to editions: a shipped one by its name, any other by its file. */
public final class EditionFiles {
  private static final String SUFFIX = ".yaml";
  private static final Pattern SHIPPED_NAME = Pattern.compile("[a-z][a-z0-9_]*");

  private EditionFiles() {}

  /**
   * @param nameOrPath the path of a file where it contains a slash or ends in {@code .yaml}; else
   *     the name of a shipped edition
   * @throws EditionRefused with every mistake, also where there is no such file
   */
  public static Edition load(String nameOrPath) {
    boolean isPath = nameOrPath.contains("/") || nameOrPath.endsWith(SUFFIX);
    Path path = Path.of(isPath ? nameOrPath : nameOrPath + SUFFIX);
    String fileName = String.valueOf(path.getFileName());
    try (InputStream in = isPath ? Files.newInputStream(path) : shipped(nameOrPath)) {
      // A few bytes more than the limit are enough to see that it is passed.
      return parse(fileName, decode(fileName, in.readNBytes(4 * PlainYaml.MOST_CHARACTERS + 4)));
    } catch (IOException e) {
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
