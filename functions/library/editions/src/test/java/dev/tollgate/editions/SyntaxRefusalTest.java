package dev.tollgate.editions;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file is plain YAML and nothing more, or it is refused before anything in it is believed. */
class SyntaxRefusalTest {
  private final Small small = Small.edition();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          display_name: Small | display_name: &name Small         | 2: an anchor is not allowed
          display_name: Small | display_name: !!str Small         | 2: a tag is not allowed
          display_name: Small | display_name: !!java.net.URL Small | 2: a tag is not allowed
          sign_up:            | sign_up: &all                     | 5: an anchor is not allowed
          sign_up:            | sign_up: !!map                    | 5: a tag is not allowed
          currency: USD       | 5: USD                            | 1: currency is missing
          """)
  void whatHidesWhatAFileSaysIsRefused(String part, String other, String reason) {
    if (other.startsWith("5:")) {
      small.with(part, other).isRefused(reason, "3: a key that is not plain text");
    } else {
      small.with(part, other).isRefused(reason);
    }
  }

  @Test
  void anAliasIsRefusedBesideItsAnchor() {
    small
        .with("display_name: Small", "display_name: &name Small")
        .with("display_name: Lite", "display_name: *name")
        .isRefused("2: an anchor is not allowed", "61: an alias is not allowed");
  }

  @Test
  void aTextThatWouldGrowWithoutEndIsRefused() {
    new Small(
            """
            a: &a [x, x]
            b: &b [*a, *a]
            c: &c [*c, *b]
            """)
        .isRefused(
            "1: an anchor is not allowed",
            "2: an anchor is not allowed",
            "2: an alias is not allowed",
            "2: an alias is not allowed",
            "3: an anchor is not allowed",
            "3: an alias is not allowed",
            "3: an alias is not allowed");
  }

  @Test
  void aMergeKeyIsAKeyThatNobodyKnows() {
    small
        .with("{ kind: grace, length: P7D }", "{ kind: grace, length: P7D, <<: { length: P1D } }")
        .isRefused("11: a key that is not plain text");
  }

  @Test
  void oneFileIsOneDocument() {
    new Small(small.text() + "---\nedition: other\n")
        .isRefused("80: a second document is not allowed");
    new Small("%YAML 1.1\n---\n" + small.text()).isRefused("1: a directive is not allowed");
  }

  @Test
  void whatIsNoYamlIsRefusedWhereItBreaks() {
    small
        .with("providers: [google]", "providers: [google")
        .isRefused("10: not YAML: expected ',' or ']', but got :");
    small
        .with("self_serve: false", "\tself_serve: false")
        .isRefused(
            "6: not YAML: found character '\\t(TAB)' that cannot start any token."
                + " (Do not use \\t(TAB) for indentation)");
  }

  @Test
  void aCharacterThatNoTextMayContainIsRefusedWhereItStands() {
    small
        .with("description: A little", "description: \u0000 little")
        .isRefused("62: a character that no text may contain");
  }

  @Test
  void anEmptyFileIsRefused() {
    new Small("").isRefused("1: the file is empty");
    new Small("# only a comment\n").isRefused("1: the file is empty");
  }

  @Test
  void aFileThatIsNoMappingIsRefused() {
    new Small("- edition\n").isRefused("1: must be a mapping");
    new Small("edition\n").isRefused("1: must be a mapping");
  }

  @Test
  void aFileThatIsTooLargeIsRefused() {
    new Small(small.text() + "#".repeat(64 * 1024)).isRefused("1: larger than 65536 characters");
  }

  @Test
  void aFileThatIsTooDeepIsRefused() {
    assertThatThrownBy(small.with("[google]", "[".repeat(10_000) + "]".repeat(10_000))::read)
        .isInstanceOf(EditionRefused.class)
        .hasMessageStartingWith("small.yaml:1: not YAML: Nesting Depth exceeded");
  }
}
