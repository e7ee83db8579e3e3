package dev.tollgate.stripelocal.payments;

import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer writes into a card form, before anybody judged it.
 *
 * @param month 1 to 12 if the buyer is right
 * @param year four digits, or two of this century
 * @param cvc null when not asked for
 */
public record CardDetails(String number, long month, long year, @Nullable String cvc) {

  public CardDetails {
    number = number.replaceAll("[\\s-]", "");
    year = year >= 0 && year < 100 ? 2000 + year : year;
  }

  /** What is wrong with the form itself; the issuer is asked later. */
  public Optional<Refusal> mistake(YearMonth today) {
    if (!number.matches("\\d{12,19}") || !passesLuhn()) {
      return Optional.of(
          Refusal.input("incorrect_number", "Your card number is incorrect.", "number"));
    }
    if (month < 1 || month > 12) {
      return Optional.of(
          Refusal.input(
              "invalid_expiry_month", "Your card's expiration month is invalid.", "exp_month"));
    }
    if (year < 1970 || year > today.getYear() + 50L) {
      return Optional.of(
          Refusal.input(
              "invalid_expiry_year", "Your card's expiration year is invalid.", "exp_year"));
    }
    if (YearMonth.of((int) year, (int) month).isBefore(today)) {
      return Optional.of(Conduct.expired());
    }
    if (cvc != null && !cvc.matches("\\d{3,4}")) {
      return Optional.of(
          Refusal.input("invalid_cvc", "Your card's security code is invalid.", "cvc"));
    }
    return Optional.empty();
  }

  Conduct conduct() {
    return TestCard.ofNumber(number).map(TestCard::conduct).orElse(Conduct.REAL);
  }

  String brand() {
    return TestCard.ofNumber(number)
        .map(TestCard::brand)
        .orElseGet(
            () ->
                switch (number.charAt(0)) {
                  case '4' -> "visa";
                  case '5', '2' -> "mastercard";
                  case '3' -> "amex";
                  default -> "unknown";
                });
  }

  String funding() {
    return TestCard.ofNumber(number).map(TestCard::funding).orElse("credit");
  }

  String country() {
    return TestCard.ofNumber(number).map(TestCard::country).orElse("US");
  }

  String last4() {
    return number.substring(number.length() - 4);
  }

  /** The same for the same number, and does not tell it. */
  String fingerprint() {
    return "Fp" + Long.toString(Integer.toUnsignedLong(number.hashCode()), 36);
  }

  /**
   * The last digit of a card number checks the others: every second one from the right doubled, sum
   * divisible by ten.
   */
  private boolean passesLuhn() {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : 2 * digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }

  @Override
  public String toString() {
    return "CardDetails[…" + number.substring(Math.max(0, number.length() - 4)) + "]";
  }
}
