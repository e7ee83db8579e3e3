package dev.tollgate.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Spoils every entry of every shipped file, one at a time. */
class StrictnessTest {
  static final List<String> NAMES = Shipped.NAMES;

  /** A product may have one plan fewer, if nothing in its file speaks of that plan. */
  private static final Set<String> DISPENSABLE =
      Set.of(
          "tollgate: plans.starter",
          "pathsix: plans.starter",
          "pm33: plans.team",
          "resolutionflow: plans.starter");

  @ParameterizedTest
  @FieldSource("NAMES")
  void noEntryMayBeMissing(String name) {
    Set<String> accepted = new TreeSet<>();
    for (Entry entry : Entry.allOf(Shipped.text(name))) {
      if (isAccepted(name, entry.removed())) {
        accepted.add(name + ": " + entry.path());
      }
    }
    assertThat(DISPENSABLE).containsAll(accepted);
    assertThat(accepted).hasSize((int) DISPENSABLE.stream().filter(of(name)).count());
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void noEntryMayHaveAnotherName(String name) {
    Set<String> accepted = new TreeSet<>();
    for (Entry entry : Entry.allOf(Shipped.text(name))) {
      if (isAccepted(name, entry.renamed("surprise"))) {
        accepted.add(name + ": " + entry.path());
      }
    }
    assertThat(DISPENSABLE).containsAll(accepted);
    assertThat(accepted).hasSize((int) DISPENSABLE.stream().filter(of(name)).count());
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void noEntryMayBeGivenTwice(String name) {
    for (Entry entry : Entry.allOf(Shipped.text(name))) {
      assertThatThrownBy(() -> EditionFiles.parse("spoiled.yaml", entry.repeated()))
          .as(entry.path())
          .isInstanceOf(EditionRefused.class)
          .hasMessageContaining(entry.path() + ": given twice, first in line " + entry.line());
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void noValueMayBeOfAnotherKind(String name) {
    for (Entry entry : Entry.allOf(Shipped.text(name))) {
      for (String wrong : List.of("", "[[]]", "-1", "{ surprise: true }")) {
        assertThatThrownBy(() -> EditionFiles.parse("spoiled.yaml", entry.valued(wrong)))
            .as(entry.path() + ": " + wrong)
            .isInstanceOf(EditionRefused.class)
            .hasMessageContaining("spoiled.yaml:" + entry.line() + ": ");
      }
    }
  }

  private static Predicate<String> of(String name) {
    return each -> each.startsWith(name + ": ");
  }

  private static boolean isAccepted(String name, String text) {
    try {
      EditionFiles.parse(name + ".yaml", text);
      return true;
    } catch (EditionRefused e) {
      assertThat(String.valueOf(e.getMessage()).lines())
          .allMatch(line -> line.matches(name + "\\.yaml:\\d+: .+"));
      return false;
    }
  }
}
