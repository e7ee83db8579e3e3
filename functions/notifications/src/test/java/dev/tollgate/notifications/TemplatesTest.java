package dev.tollgate.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class TemplatesTest {

  @Test
  void theShippedOnesAreFine() {
    assertThatCode(() -> languages(TemplateFiles::read)).doesNotThrowAnyException();
  }

  @Test
  void anUnknownNameStopsTheStart() {
    refused("en/password_changed.txt", text -> text + "{{nickname}}");
    refused("layout.txt", text -> text + "{{nickname}}");
    refused("en/password_changed.txt", text -> "For {{nickname}}" + text.substring(4));
    refused("en/phrases.properties", text -> text.replace("Hello,", "Hello {{name}},"));
  }

  @Test
  void aNameThatIsNotShownStopsTheStart() {
    refused("en/password_changed.txt", text -> text.replace("{{time}}", "yesterday"));
    refused("en/verification_requested.txt", text -> text.replace("[Confirm my address]", ""));
    refused("en/phrases.properties", text -> text.replace("{{account}}", "yours"));
    refused("layout.html", text -> text.replace("{{footer}}", ""));
  }

  @Test
  void aPhraseTooManyOrTooFewStopsTheStart() {
    refused("en/phrases.properties", text -> text + "forgotten=words\n");
    refused("en/phrases.properties", text -> text.replace("tomorrow=", "to_morrow="));
  }

  @Test
  void bracesThatAreNoGapStopTheStart() {
    refused("en/password_changed.txt", text -> text + "{{ time }}");
    refused("en/password_changed.txt", text -> text + "{{#if}}");
    refused("en/password_changed.txt", text -> text + "{{");
  }

  @Test
  void aLayoutHasRoomForOneContent() {
    refused("layout.html", text -> text.replace("{{content}}", ""));
    refused("layout.html", text -> text + "{{content}}");
  }

  @Test
  void aSubjectIsOneLine() {
    refused("en/password_changed.txt", text -> "one\n" + text);
    refused("en/password_changed.txt", text -> text.substring(text.lastIndexOf("\n\n")));
  }

  @Test
  void aMailHasOneButton() {
    refused("en/password_changed.txt", text -> text + "\n[Another]\n");
  }

  @Test
  void aFileThatIsNotThereStopsTheStart() {
    assertThatThrownBy(() -> TemplateFiles.read("nothing.txt")).hasMessageContaining("nothing.txt");
  }

  @Test
  void withoutEnglishThereIsNoStart() {
    assertThatThrownBy(() -> new Languages(List.of(), TemplateFiles::read))
        .hasMessageContaining("English");
  }

  @Test
  void aMailIsWrittenWithAllItsValues() {
    Language english = new Language("en", new Layout(TemplateFiles::read), TemplateFiles::read);

    assertThatThrownBy(() -> english.write(MailKind.PASSWORD_CHANGED, Map.of("name", "x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** No picture that tells us who reads, nothing that a phone would have to fetch. */
  @Test
  void htmlFetchesNothing() {
    for (MailKind kind : MailKind.values()) {
      assertThat(
              TemplateFiles.read("en/" + kind.file() + ".txt") + TemplateFiles.read("layout.html"))
          .doesNotContainIgnoringCase("<img", "src=", "url(", "@import", "<script", "http:");
    }
  }

  private static Languages languages(UnaryOperator<String> source) {
    return new Languages(Languages.SHIPPED, source);
  }

  private static void refused(String file, UnaryOperator<String> change) {
    UnaryOperator<String> source =
        name -> {
          String text = TemplateFiles.read(name);
          if (!name.equals(file)) {
            return text;
          }
          assertThat(change.apply(text)).isNotEqualTo(text);
          return change.apply(text);
        };
    assertThatThrownBy(() -> languages(source)).isInstanceOf(RuntimeException.class);
  }
}
