package dev.tollgate.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.messages.Mail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Mails as they have to be; they lie in {@code src/test/resources/golden}. Run the tests with
 * {@code -Dgolden.write=true} to write them anew, and read what changed before you commit it.
 */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /** Subject, both forms. */
  static void check(String name, Mail mail) {
    check(name + ".txt", "Subject: " + mail.subject() + "\n\n" + mail.text());
    check(name + ".html", mail.html());
  }

  private static void check(String name, String written) {
    Path file = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean("golden.write")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, written);
      }
      assertThat(written).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
