package dev.tollgate.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.MeterUnit;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShownCountTest {
  private static final Voice ENGLISH =
      new Languages(Languages.SHIPPED, TemplateFiles::read).voice(Locale.ENGLISH, ZoneId.of("UTC"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0                   | 0
          999                 | 999
          1000                | 1,000
          100000              | 100,000
          9223372036854775807 | 9,223,372,036,854,775,807
          """)
  void thousandsAreSeparated(long count, String shown) {
    assertThat(ENGLISH.say(new Shown.Count(count, MeterUnit.ITEMS))).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0                   | 0 bytes
          1                   | 1 byte
          1023                | 1,023 bytes
          1024                | 1 KiB
          1536                | 1.5 KiB
          1048575             | 1,023.9 KiB
          104857600           | 100 MiB
          1073741823          | 1,023.9 MiB
          1073741824          | 1 GiB
          5368709120          | 5 GiB
          2199023255552       | 2 TiB
          1125899906842624    | 1 PiB
          9223372036854775807 | 8,191.9 PiB
          """)
  void bytesAreInTheLargestUnitThatIsFullAndNeverRoundedUp(long bytes, String shown) {
    assertThat(ENGLISH.say(new Shown.Count(bytes, MeterUnit.BYTES))).isEqualTo(shown);
  }
}
