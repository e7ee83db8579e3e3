package dev.tollgate.stripelocal.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/** Money and dates as pages write them. */
public final class Amounts {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private Amounts() {}

  /** {@code $49.00}; an amount in minor units, a currency in lower case. */
  public static String words(long minor, String currency) {
    return words(BigDecimal.valueOf(minor), currency);
  }

  /** {@code $0.08}; parts of a minor unit stay visible. */
  public static String words(BigDecimal minor, String currency) {
    int digits = digits(currency);
    BigDecimal units = minor.movePointLeft(digits).stripTrailingZeros();
    String number = units.setScale(Math.max(digits, units.scale())).toPlainString();
    return switch (currency) {
      case "usd" -> "$" + number;
      case "eur" -> "€" + number;
      case "gbp" -> "£" + number;
      case "inr" -> "₹" + number;
      case "jpy" -> "¥" + number;
      default -> number + " " + currency.toUpperCase(Locale.ROOT);
    };
  }

  private static int digits(String currency) {
    return Currency.getAvailableCurrencies().stream()
        .filter(known -> known.getCurrencyCode().equalsIgnoreCase(currency))
        .findFirst()
        .map(Currency::getDefaultFractionDigits)
        .orElse(2);
  }

  /** {@code month}, {@code 3 months}. */
  public static String every(JsonNode recurring) {
    long count = recurring.path("interval_count").asLong(1);
    String interval = recurring.path("interval").asText();
    return count == 1 ? interval : count + " " + interval + "s";
  }

  /** What one costs: {@code $49.00 per month}, {@code priced by use}. */
  public static String unit(ObjectNode price) {
    JsonNode recurring = price.path("recurring");
    String decimal = Json.text(price, "unit_amount_decimal");
    if (decimal == null) {
      return "metered".equals(recurring.path("usage_type").asText())
          ? "priced by use"
          : "priced by quantity";
    }
    String amount = words(new BigDecimal(decimal), price.path("currency").asText());
    if (!recurring.isObject()) {
      return amount;
    }
    return "metered".equals(recurring.path("usage_type").asText())
        ? amount + " per unit used"
        : amount + " per " + every(recurring);
  }

  /** {@code 3 March 2027}, in UTC. */
  public static String day(long seconds) {
    return DAY.format(Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC));
  }
}
