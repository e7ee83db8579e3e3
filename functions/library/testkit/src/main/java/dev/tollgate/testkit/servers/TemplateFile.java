package dev.tollgate.testkit.servers;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Just enough of the SAM template to find the table. Intrinsic functions are left as text: none
 * stands in the parts of the table that matter here. The local stack has the real reader.
 */
final class TemplateFile {
  private TemplateFile() {}

  /** The nearest template.yaml at or above the working directory. */
  static Path ofProject() {
    for (@Nullable Path folder = Path.of("").toAbsolutePath();
        folder != null;
        folder = folder.getParent()) {
      Path candidate = folder.resolve("template.yaml");
      if (Files.exists(candidate)) {
        return candidate;
      }
    }
    throw new IllegalStateException("no template.yaml at or above the working directory");
  }

  static Map<?, ?> onlyTable(Path template) {
    Map<?, ?> document = load(template);
    List<Map<?, ?>> tables =
        map(document, "Resources").values().stream()
            .<Map<?, ?>>map(resource -> (Map<?, ?>) resource)
            .filter(resource -> "AWS::DynamoDB::Table".equals(resource.get("Type")))
            .toList();
    if (tables.size() != 1) {
      throw new IllegalStateException(template.getFileName() + " must hold exactly one table");
    }
    return map(tables.getFirst(), "Properties");
  }

  private static Map<?, ?> map(Map<?, ?> owner, String name) {
    if (owner.get(name) instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalStateException("the template lacks " + name);
  }

  private static Map<?, ?> load(Path template) {
    try (Reader reader = Files.newBufferedReader(template)) {
      return new Yaml(new IntrinsicsAsText()).load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class IntrinsicsAsText extends SafeConstructor {
    IntrinsicsAsText() {
      super(new LoaderOptions());
      yamlMultiConstructors.put(
          "!",
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              return node instanceof ScalarNode scalar
                  ? scalar.getValue()
                  : node.getTag().getValue();
            }
          });
    }
  }
}
