package dev.tollgate.stripe;

import com.stripe.model.Price;
import dev.tollgate.core.billing.ProviderCatalogue.FoundPrice;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A price of Stripe's, where it is of a kind that we sell by. */
final class PriceReader {
  private PriceReader() {}

  /** Empty where it is charged by the week, the quarter or once. */
  static Optional<FoundPrice> read(Price price) {
    return Intervals.of(price)
        .map(
            interval ->
                new FoundPrice(
                    price.getId(),
                    Wire.text(price.getLookupKey()),
                    Wire.upper(price.getCurrency()),
                    interval,
                    unitAmount(price),
                    included(price)));
  }

  /** Of tiers it is what begins beyond what is included; empty where they are of another shape. */
  private static OptionalLong unitAmount(Price price) {
    if (isTiered(price)) {
      return isAllowance(price)
          ? of(price.getTiers().getLast().getUnitAmount())
          : OptionalLong.empty();
    }
    return of(price.getUnitAmount());
  }

  private static OptionalLong included(Price price) {
    if (!ContractReader.isMetered(price)) {
      return OptionalLong.empty();
    }
    if (!isTiered(price)) {
      return OptionalLong.of(0);
    }
    return isAllowance(price) ? of(price.getTiers().getFirst().getUpTo()) : OptionalLong.empty();
  }

  private static boolean isTiered(Price price) {
    return "tiered".equals(price.getBillingScheme());
  }

  /** So much for nothing, then so much each. */
  private static boolean isAllowance(Price price) {
    List<Price.Tier> tiers = price.getTiers();
    return ContractReader.isMetered(price)
        && "graduated".equals(price.getTiersMode())
        && tiers != null
        && tiers.size() == 2
        && isFree(tiers.getFirst())
        && tiers.getFirst().getUpTo() != null
        && tiers.getLast().getUpTo() == null
        && orZero(tiers.getLast().getFlatAmount()) == 0;
  }

  private static boolean isFree(Price.Tier tier) {
    return orZero(tier.getUnitAmount()) == 0 && orZero(tier.getFlatAmount()) == 0;
  }

  private static long orZero(@Nullable Long amount) {
    return amount == null ? 0 : amount;
  }

  /** Stripe has none where it is a fraction of a cent. */
  private static OptionalLong of(@Nullable Long amount) {
    return amount == null ? OptionalLong.empty() : OptionalLong.of(amount);
  }
}
