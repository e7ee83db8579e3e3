package dev.tollgate.notifications;

import dev.tollgate.core.editions.MeterUnit;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

/** So much of a meter as people read it: {@code 1,900}, {@code 1.5 GiB}. */
final class ShownCount {
  /** Each 1,024 of the one before it; the first 1,024 bytes. */
  private static final List<String> SIZES = List.of("KiB", "MiB", "GiB", "TiB", "PiB");

  private static final int BITS_OF_A_SIZE = 10;

  private ShownCount() {}

  /**
   * @param count zero or more
   * @param voice has the word for bytes
   */
  static String of(long count, MeterUnit unit, Voice voice, Locale locale) {
    return switch (unit) {
      case ITEMS -> grouped(count, locale);
      case BYTES -> size(count, voice, locale);
    };
  }

  /** Rounded down, so that what is below a limit does not look like it. */
  private static String size(long bytes, Voice voice, Locale locale) {
    int size = Math.min(magnitude(bytes) / BITS_OF_A_SIZE, SIZES.size());
    if (size == 0) {
      return voice.count(bytes, Phrase.BYTE, Phrase.BYTES);
    }
    int bits = size * BITS_OF_A_SIZE;
    long whole = bytes >> bits;
    long tenths = ((bytes - (whole << bits)) * 10) >> bits;
    char point = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
    return grouped(whole, locale)
        + (tenths == 0 ? "" : point + Long.toString(tenths))
        + " "
        + SIZES.get(size - 1);
  }

  /** The highest power of two in it. */
  private static int magnitude(long bytes) {
    return bytes <= 0 ? 0 : Long.SIZE - 1 - Long.numberOfLeadingZeros(bytes);
  }

  static String grouped(long count, Locale locale) {
    return NumberFormat.getIntegerInstance(locale).format(count);
  }
}
