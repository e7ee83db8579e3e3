package dev.tollgate.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the template names is in the template: CloudFormation says so only when it is deployed. */
class TemplateTest {
  private static final Pattern SECTION = Pattern.compile("^(\\w+):");
  private static final Pattern ENTRY = Pattern.compile("^  (\\w+):");
  private static final Pattern FUNCTION =
      Pattern.compile("^  (\\w+):\n    Type: AWS::Serverless::Function$", Pattern.MULTILINE);
  private static final Pattern REF = Pattern.compile("!Ref ([\\w:]+)");
  private static final Pattern GET_ATT = Pattern.compile("!GetAtt (\\w+)\\.");
  private static final Pattern SUB = Pattern.compile("\\$\\{([\\w:]+)[.}]");
  private static final Pattern CONDITION = Pattern.compile("(?:!If \\[|Condition: )(\\w+)");

  private static final Set<String> PSEUDO =
      Set.of("AWS::AccountId", "AWS::NoValue", "AWS::Partition", "AWS::Region", "AWS::StackName");

  private final Map<String, Set<String>> sections = new HashMap<>();
  private String template = "";

  @BeforeEach
  void read() throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("template.yaml"))) {
      folder = folder.getParent();
    }
    template = Files.readString(folder.resolve("template.yaml"));
    String section = "";
    for (String line : template.lines().toList()) {
      Matcher head = SECTION.matcher(line);
      Matcher entry = ENTRY.matcher(line);
      if (head.find()) {
        section = head.group(1);
      } else if (entry.find()) {
        sections.computeIfAbsent(section, _ -> new TreeSet<>()).add(entry.group(1));
      }
    }
  }

  @Test
  void everyNameIsOfAResourceOrAParameter() {
    Set<String> known = new TreeSet<>(PSEUDO);
    known.addAll(names("Resources"));
    known.addAll(names("Parameters"));
    hits(FUNCTION).forEach(function -> known.add(function + "Role")); // SAM makes it

    for (Pattern kind : Set.of(REF, GET_ATT, SUB)) {
      assertThat(hits(kind)).as(kind.pattern()).isNotEmpty().isSubsetOf(known);
    }
  }

  @Test
  void everyConditionIsThere() {
    assertThat(hits(CONDITION)).isNotEmpty().isSubsetOf(names("Conditions"));
    assertThat(names("Conditions")).as("and each is used").isEqualTo(hits(CONDITION));
  }

  private Set<String> names(String section) {
    return sections.getOrDefault(section, Set.of());
  }

  private Set<String> hits(Pattern pattern) {
    Set<String> hits = new TreeSet<>();
    pattern.matcher(withoutComments()).results().forEach(hit -> hits.add(hit.group(1)));
    return hits;
  }

  /** As one text, since a resource's type stands in the line behind its name. */
  private String withoutComments() {
    return template.replaceAll("(?m)(^| )#.*$", "");
  }
}
