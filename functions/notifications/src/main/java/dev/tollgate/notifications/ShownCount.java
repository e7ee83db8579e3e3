package dev.tollgate.notifications;

import dev.tollgate.core.editions.MeterUnit;
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
   */
  static String of(long count, MeterUnit unit) {
    return switch (unit) {
      case ITEMS -> grouped(count);
      case BYTES -> size(count);
    };
  }

  /** Rounded down, so that what is below a limit does not look like it. */
  private static String size(long bytes) {
    int size = Math.min(magnitude(bytes) / BITS_OF_A_SIZE, SIZES.size());
    if (size == 0) {
      return grouped(bytes) + (bytes == 1 ? " byte" : " bytes");
    }
    int bits = size * BITS_OF_A_SIZE;
    long whole = bytes >> bits;
    long tenths = ((bytes - (whole << bits)) * 10) >> bits;
    return grouped(whole) + (tenths == 0 ? "" : "." + tenths) + " " + SIZES.get(size - 1);
  }

  /** The highest power of two in it. */
  private static int magnitude(long bytes) {
    return bytes <= 0 ? 0 : Long.SIZE - 1 - Long.numberOfLeadingZeros(bytes);
  }

  private static String grouped(long count) {
    return String.format(Locale.ENGLISH, "%,d", count);
  }
}
