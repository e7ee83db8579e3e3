package dev.tollgate.billing;

import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Price;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How absent values look in JSON: null, as everywhere in the contract. */
final class Wire {
  private Wire() {}

  static @Nullable Long number(OptionalLong value) {
    return value.isPresent() ? Long.valueOf(value.getAsLong()) : null;
  }

  /** Null is unlimited. */
  static @Nullable Long number(Limit limit) {
    return switch (limit) {
      case Limit.Unlimited _ -> null;
      case Limit.AtMost(long most) -> Long.valueOf(most);
    };
  }

  static @Nullable String time(Optional<Instant> value) {
    return value.map(Instant::toString).orElse(null);
  }

  static @Nullable String text(Optional<?> value) {
    return value.map(Object::toString).orElse(null);
  }

  /** Null where the price is agreed on in person. */
  static @Nullable Long monthly(Price price) {
    return switch (price) {
      case Price.Free _ -> Long.valueOf(0);
      case Price.Monthly monthly -> Long.valueOf(monthly.monthlyCents());
      case Price.ByAgreement _ -> null;
    };
  }

  /** Null where the plan is not sold by the year. */
  static @Nullable Long annual(Price price) {
    return price instanceof Price.Monthly monthly ? number(monthly.annualCents()) : null;
  }
}
