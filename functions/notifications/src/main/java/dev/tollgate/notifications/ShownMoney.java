package dev.tollgate.notifications;

import dev.tollgate.core.kernel.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An amount as its payer writes it: {@code $1,234.00}, {@code ₹1,00,000.00}, {@code ¥500}; in
 * another language than English as that language writes it.
 */
final class ShownMoney {
  /** Only signs that one currency has to itself, as people read them; others show their code. */
  private static final Map<String, String> SIGNS =
      Map.of("USD", "$", "EUR", "€", "GBP", "£", "INR", "₹", "JPY", "¥");

  private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)(?=(\\d{3})+$)");

  /** A thousand, then a hundred of each: lakh, crore. */
  private static final Pattern LAKHS = Pattern.compile("(?<=\\d)(?=(\\d{2})*\\d{3}$)");

  private static final String NO_BREAK_SPACE = "\u00A0";

  private ShownMoney() {}

  /** Throws {@link IllegalArgumentException} for a currency that there is not. */
  static String of(Money money, Locale locale) {
    return locale.getLanguage().equals("en") ? english(money) : localized(money, locale);
  }

  private static String localized(Money money, Locale locale) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(Currency.getInstance(money.currency()));
    format.setMinimumFractionDigits(money.digits());
    format.setMaximumFractionDigits(money.digits());
    return format.format(BigDecimal.valueOf(money.minor(), money.digits()));
  }

  private static String english(Money money) {
    String size = BigDecimal.valueOf(money.minor(), money.digits()).abs().toPlainString();
    int point = size.indexOf('.');
    String whole = point < 0 ? size : size.substring(0, point);
    Pattern groups = money.currency().equals("INR") ? LAKHS : THOUSANDS;
    return (money.minor() < 0 ? "-" : "")
        + SIGNS.getOrDefault(money.currency(), money.currency() + NO_BREAK_SPACE)
        + groups.matcher(whole).replaceAll(",")
        + size.substring(whole.length());
  }
}
