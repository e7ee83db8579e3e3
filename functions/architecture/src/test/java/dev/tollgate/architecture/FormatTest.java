package dev.tollgate.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every source is as google-java-format writes it; {@code mvn -Pformat} makes it so. */
class FormatTest {
  @Test
  void everySourceIsFormatted() throws IOException {
    List<Path> wrong = new SourceFormat(SourceFormat.project()).unformatted();
    assertThat(wrong).as("run mvn -Pformat").isEmpty();
  }

  @Test
  void theFormatterSeesABadlyFormattedSource() throws FormatterException {
    assertThat(SourceFormat.format("class  A{int a ;}")).isEqualTo("class A {\n  int a;\n}\n");
  }
}
