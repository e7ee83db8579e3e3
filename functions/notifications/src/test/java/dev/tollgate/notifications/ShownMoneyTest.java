package dev.tollgate.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.kernel.Money;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShownMoneyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1900; USD; $19.00",
        "5; USD; $0.05",
        "0; USD; $0.00",
        "99999; USD; $999.99",
        "100000; USD; $1,000.00",
        "123456789; USD; $1,234,567.89",
        "99900; INR; ₹999.00",
        "100000; INR; ₹1,000.00",
        "1234500; INR; ₹12,345.00",
        "10000000; INR; ₹1,00,000.00",
        "1234567890; INR; ₹1,23,45,678.90",
        "500; JPY; ¥500",
        "12345; JPY; ¥12,345",
        "1999; EUR; €19.99",
        "12345678; KWD; KWD\u00A012,345.678",
        "1900; AUD; AUD\u00A019.00",
        "-500; USD; -$5.00",
        "-9223372036854775808; JPY; -¥9,223,372,036,854,775,808"
      })
  void signGroupsAndDigitsAreThoseOfItsCurrency(long minor, String currency, String shown) {
    assertThat(ShownMoney.of(new Money(minor, currency), Locale.ENGLISH)).isEqualTo(shown);
  }

  @Test
  void nothingIsShownInACurrencyThatThereIsNot() {
    assertThatThrownBy(() -> ShownMoney.of(new Money(1, "ZZZ"), Locale.ENGLISH))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
