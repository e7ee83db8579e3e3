package dev.tollgate.client;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a caller may ask for; anything else is a bug of the caller and is never sent. */
final class Wishes {
  private static final Pattern METER = Pattern.compile("[a-z][a-z0-9_]{0,39}");

  private Wishes() {}

  static void requireMeter(String meter) {
    if (!METER.matcher(meter).matches()) {
      throw new IllegalArgumentException("'" + meter + "' is no meter's key");
    }
  }

  static void requireAmount(long amount) {
    if (amount < 1) {
      throw new IllegalArgumentException("an amount is 1 or more, this is " + amount);
    }
  }

  static void requireSeconds(Duration ttl) {
    if (ttl.toSeconds() < 1) {
      throw new IllegalArgumentException("a reservation lasts a second or more, this is " + ttl);
    }
  }

  /** A copy that keeps the order. */
  static Map<String, Long> toReserve(Map<String, Long> amounts) {
    if (amounts.isEmpty()) {
      throw new IllegalArgumentException("a reservation needs a meter");
    }
    Map<String, Long> copy = new LinkedHashMap<>(amounts);
    copy.forEach(
        (meter, amount) -> {
          requireMeter(meter);
          requireAmount(amount);
        });
    return Collections.unmodifiableMap(copy);
  }

  /** Throws unless each reserved meter has an amount between 0 and what is reserved. */
  static void requireWithin(Map<String, Long> reserved, Map<String, Long> used) {
    if (!used.keySet().equals(reserved.keySet())) {
      throw new IllegalArgumentException(
          "reserved are " + reserved.keySet() + ", told are " + used.keySet());
    }
    used.forEach(
        (meter, amount) -> {
          if (amount < 0 || amount > reserved.getOrDefault(meter, 0L)) {
            throw new IllegalArgumentException(
                "of %d %s that are reserved, %d cannot be used"
                    .formatted(reserved.getOrDefault(meter, 0L), meter, amount));
          }
        });
  }

  static List<Map<String, Object>> items(Map<String, Long> amounts) {
    return amounts.entrySet().stream().map(item -> item(item.getKey(), item.getValue())).toList();
  }

  static Map<String, Object> item(String meter, long amount) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("meter", meter);
    item.put("amount", amount);
    return item;
  }
}
