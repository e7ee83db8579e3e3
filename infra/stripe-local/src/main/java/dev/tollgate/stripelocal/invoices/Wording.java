package dev.tollgate.stripelocal.invoices;

import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.pages.Amounts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/** How lines are described to the customer. */
final class Wording {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Wording() {}

  /**
   * {@code 5 × Pro (at $49.00 / month)}; of a tiered price {@code 37 × Operations (Tier 2 at $0.08
   * / month)}.
   */
  static String regular(Work work, Pricing pricing, Charge charge) {
    String remark = charge.remark().isEmpty() ? "at " : charge.remark() + " at ";
    String every = pricing.isRecurring() ? " / " + pricing.interval().words() : "";
    return "%d × %s (%s%s%s)"
        .formatted(
            charge.quantity(),
            product(work, pricing),
            remark,
            Amounts.words(charge.unit(), pricing.currency()),
            every);
  }

  static String trial(Work work, Pricing pricing) {
    return "Trial period for " + product(work, pricing);
  }

  static String unused(Work work, Pricing pricing, long quantity, long moment) {
    return "Unused time on " + counted(work, pricing, quantity) + " after " + day(moment);
  }

  static String remaining(Work work, Pricing pricing, long quantity, long moment) {
    return "Remaining time on " + counted(work, pricing, quantity) + " after " + day(moment);
  }

  private static String counted(Work work, Pricing pricing, long quantity) {
    return quantity == 1 ? product(work, pricing) : quantity + " × " + product(work, pricing);
  }

  private static String day(long moment) {
    return DAY.format(Instant.ofEpochSecond(moment));
  }

  private static String product(Work work, Pricing pricing) {
    return work.find(Kind.PRODUCT, pricing.product())
        .map(product -> Objects.requireNonNullElse(Json.text(product, "name"), pricing.product()))
        .orElse(pricing.product());
  }
}
