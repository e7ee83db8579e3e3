package dev.tollgate.stripe;

import dev.tollgate.core.kernel.Money;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How Stripe writes moments (seconds since 1970), currencies (lower case) and what is absent. */
final class Wire {
  private Wire() {}

  static Instant instant(long seconds) {
    return Instant.ofEpochSecond(seconds);
  }

  static Optional<Instant> maybe(@Nullable Long seconds) {
    return Optional.ofNullable(seconds).map(Instant::ofEpochSecond);
  }

  static Money money(@Nullable Long minor, String currency) {
    return new Money(minor == null ? 0 : minor, upper(currency));
  }

  static Optional<URI> uri(@Nullable String text) {
    return text(text).map(URI::create);
  }

  static Optional<String> text(@Nullable String text) {
    return Optional.ofNullable(text).filter(given -> !given.isBlank());
  }

  static String upper(String currency) {
    return currency.toUpperCase(Locale.ROOT);
  }

  static String lower(String currency) {
    return currency.toLowerCase(Locale.ROOT);
  }
}
