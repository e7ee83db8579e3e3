package dev.tollgate.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class TemplatesTest {

  @Test
  void theShippedOnesAreFine() {
    assertThatCode(() -> new Templates(TemplateFiles::read)).doesNotThrowAnyException();
  }

  @Test
  void anUnknownNameStopsTheStart() {
    refused("password_changed.html", text -> text + "{{nickname}}");
    refused("layout.txt", text -> text + "{{nickname}}");
    refused("password_changed.subject.txt", text -> "For {{nickname}}");
  }

  @Test
  void aNameThatIsNotShownStopsTheStart() {
    refused("password_changed.txt", text -> text.replace("{{time}}", "yesterday"));
    refused("verification_requested.html", text -> text.replace("{{link}}", "#"));
    refused("layout.html", text -> text.replace("{{account}}", "yours"));
  }

  @Test
  void bracesThatAreNoGapStopTheStart() {
    refused("password_changed.txt", text -> text + "{{ time }}");
    refused("password_changed.txt", text -> text + "{{#if}}");
    refused("password_changed.txt", text -> text + "{{");
  }

  @Test
  void aLayoutHasRoomForOneContent() {
    refused("layout.html", text -> text.replace("{{content}}", ""));
    refused("layout.html", text -> text + "{{content}}");
  }

  @Test
  void aSubjectIsOneLine() {
    refused("password_changed.subject.txt", text -> "one\ntwo\n");
    refused("password_changed.subject.txt", text -> "\n");
  }

  @Test
  void aFileThatIsNotThereStopsTheStart() {
    assertThatThrownBy(() -> TemplateFiles.read("nothing.txt")).hasMessageContaining("nothing.txt");
  }

  @Test
  void aMailIsWrittenWithExactlyItsValues() {
    Templates templates = new Templates(TemplateFiles::read);

    assertThatThrownBy(() -> templates.render(MailKind.PASSWORD_CHANGED, Map.of("name", "x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** No picture that tells us who reads, nothing that a phone would have to fetch. */
  @Test
  void htmlFetchesNothing() {
    for (MailKind kind : MailKind.values()) {
      assertThat(TemplateFiles.read(kind.file() + ".html") + TemplateFiles.read("layout.html"))
          .doesNotContainIgnoringCase("<img", "src=", "url(", "@import", "<script", "http:");
    }
  }

  private static void refused(String file, UnaryOperator<String> change) {
    UnaryOperator<String> source =
        name -> {
          String text = TemplateFiles.read(name);
          return name.equals(file) ? change.apply(text) : text;
        };
    assertThatThrownBy(() -> new Templates(source)).isInstanceOf(RuntimeException.class);
  }
}
