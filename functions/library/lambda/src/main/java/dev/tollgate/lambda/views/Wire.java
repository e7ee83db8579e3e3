package dev.tollgate.lambda.views;

import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How the core's values look in JSON; what is absent is null, as everywhere in the contract. */
public final class Wire {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private Wire() {}

  public static @Nullable Long number(OptionalLong value) {
    return value.isPresent() ? Long.valueOf(value.getAsLong()) : null;
  }

  /** Null is unlimited. */
  public static @Nullable Long number(Limit limit) {
    return switch (limit) {
      case Limit.Unlimited _ -> null;
      case Limit.AtMost(long most) -> Long.valueOf(most);
    };
  }

  /** By the meters' keys, in the order given; null is unlimited. */
  public static Map<String, @Nullable Long> limits(Map<Meter, Limit> limits) {
    Map<String, @Nullable Long> numbers = new LinkedHashMap<>();
    limits.forEach((meter, limit) -> numbers.put(meter.key(), number(limit)));
    return numbers;
  }

  /**
   * How much of a limit is used, rounded down to a tenth, so that 100 means that nothing is left;
   * nothing is left of nothing. Null where it is unlimited.
   */
  public static @Nullable Double percentage(long used, Limit limit) {
    return switch (limit) {
      case Limit.Unlimited _ -> null;
      case Limit.AtMost(long most) when most == 0 -> Double.valueOf(100);
      case Limit.AtMost(long most) ->
          BigDecimal.valueOf(used)
              .multiply(ALL)
              .divide(BigDecimal.valueOf(most), 1, RoundingMode.FLOOR)
              .doubleValue();
    };
  }

  public static @Nullable String time(Optional<Instant> value) {
    return value.map(Instant::toString).orElse(null);
  }

  public static @Nullable String text(Optional<?> value) {
    return value.map(Object::toString).orElse(null);
  }

  /** In minor units; 0 where it is free, null where the price is agreed on in person. */
  public static @Nullable Long monthly(Price price) {
    return switch (price) {
      case Price.Free _ -> Long.valueOf(0);
      case Price.Monthly monthly -> Long.valueOf(monthly.monthlyCents());
      case Price.ByAgreement _ -> null;
    };
  }

  /** In minor units, for a whole year; null where the plan is not sold by the year. */
  public static @Nullable Long annual(Price price) {
    return price instanceof Price.Monthly monthly ? number(monthly.annualCents()) : null;
  }
}
