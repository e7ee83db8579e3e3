package dev.tollgate.editions;

import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.MeterUnit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;

/** How numbers, sizes, money and lengths of time are written in an edition file. */
final class Quantities {
  /** Digits, or groups of three with underscores; no leading zero, which YAML takes for octal. */
  private static final Pattern WHOLE =
      Pattern.compile("0|[1-9][0-9]{0,2}(_[0-9]{3}){0,5}|[1-9][0-9]{0,17}");

  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,5}) ([KMGT])iB");
  private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,11})(\\.[0-9]{1,9})?");
  private static final String UNLIMITED = "unlimited";
  private static final String NEVER = "never";
  private static final String NONE = "none";

  private Quantities() {}

  static Optional<Long> whole(Value value) {
    return value
        .scalarOf("a whole number", Tag.INT)
        .filter(text -> value.check(!text.startsWith("-"), text + " is negative"))
        .filter(text -> value.check(WHOLE.matcher(text).matches(), text + " is not a whole number"))
        .map(text -> Long.parseLong(text.replace("_", "")));
  }

  static Optional<Integer> small(Value value) {
    return whole(value)
        .filter(number -> value.check(number <= Integer.MAX_VALUE, number + " is too large"))
        .map(Long::intValue);
  }

  /** A number from 1, or the word {@code never}. */
  static Optional<OptionalInt> threshold(Value value) {
    return says(value, NEVER)
        ? Optional.of(OptionalInt.empty())
        : small(value)
            .filter(number -> value.check(number > 0, "must be above zero, or the word never"))
            .map(OptionalInt::of);
  }

  /** A number, the word {@code unlimited}, or for bytes a size such as {@code 100 MiB}. */
  static Optional<Limit> limit(Value value, MeterUnit unit) {
    if (says(value, UNLIMITED)) {
      return Optional.of(new Limit.Unlimited());
    }
    Matcher size = SIZE.matcher(value.scalar().orElse(""));
    if (unit == MeterUnit.BYTES && size.matches()) {
      int power = 1 + "KMGT".indexOf(size.group(2));
      return Optional.of(new Limit.AtMost(Long.parseLong(size.group(1)) << (10 * power)));
    }
    return value.scalarOf("a whole number or the word unlimited", Tag.INT).isPresent()
        ? whole(value).map(Limit.AtMost::new)
        : Optional.empty();
  }

  /**
   * An amount in quotes, such as {@code "14.99"}.
   *
   * @return in minor units of the currency
   */
  static Optional<Long> money(Value value, Currency currency) {
    int decimals = currency.getDefaultFractionDigits();
    return value
        .scalarOf("an amount in quotes, such as \"14.99\"", Tag.STR)
        .filter(text -> value.check(AMOUNT.matcher(text).matches(), "'" + text + "' is no amount"))
        .map(BigDecimal::new)
        .filter(
            amount ->
                value.check(
                    amount.scale() <= decimals,
                    amount + " has more decimals than " + currency + " has"))
        .map(amount -> amount.movePointRight(decimals).longValueExact())
        .filter(amount -> value.check(amount > 0, "an amount must be above zero"));
  }

  /** An amount, or the word {@code none}. */
  static Optional<OptionalLong> optionalMoney(Value value, Currency currency) {
    return says(value, NONE)
        ? Optional.of(OptionalLong.empty())
        : money(value, currency).map(OptionalLong::of);
  }

  /** ISO 8601, such as {@code PT15M}; a day is 24 hours. */
  static Optional<Duration> duration(Value value) {
    Optional<String> text = value.scalarOf("a length of time such as P7D", Tag.STR);
    try {
      return text.map(Duration::parse)
          .filter(length -> value.check(!length.isNegative(), text.orElse("") + " is negative"));
    } catch (DateTimeParseException e) {
      value.refuse("'" + text.orElse("") + "' is no length of time such as P7D or PT15M");
      return Optional.empty();
    }
  }

  /** A length of time, or the word {@code never}. */
  static Optional<Optional<Duration>> optionalDuration(Value value) {
    return says(value, NEVER)
        ? Optional.of(Optional.empty())
        : duration(value).stream().map(Optional::of).findFirst();
  }

  private static boolean says(Value value, String word) {
    return value.scalar().filter(word::equals).isPresent();
  }
}
