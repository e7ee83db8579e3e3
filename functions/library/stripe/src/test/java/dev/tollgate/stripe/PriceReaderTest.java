package dev.tollgate.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.Price;
import com.stripe.net.ApiResource;
import dev.tollgate.core.billing.ProviderCatalogue.FoundPrice;
import dev.tollgate.core.subscriptions.BillingInterval;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PriceReaderTest {
  private static final String ALLOWANCE =
      "{\"up_to\": 500, \"unit_amount\": 0}, {\"up_to\": null, \"unit_amount\": 8}";

  @Test
  void aPriceOfASeatHasNothingIncluded() {
    assertThat(read("month", "licensed", "\"billing_scheme\": \"per_unit\", \"unit_amount\": 4900"))
        .contains(found(BillingInterval.MONTHLY, OptionalLong.of(4900), OptionalLong.empty()));
  }

  @Test
  void aPriceByUsageIncludesNothingUnlessItSaysSo() {
    assertThat(read("month", "metered", "\"billing_scheme\": \"per_unit\", \"unit_amount\": 8"))
        .contains(found(BillingInterval.MONTHLY, OptionalLong.of(8), OptionalLong.of(0)));
  }

  @Test
  void whatIsFreeComesFromTheFirstTierAndThePriceFromTheSecond() {
    assertThat(tiers(ALLOWANCE))
        .contains(found(BillingInterval.MONTHLY, OptionalLong.of(8), OptionalLong.of(500)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"up_to\": 500, \"unit_amount\": 1}, {\"up_to\": null, \"unit_amount\": 8}",
        "{\"up_to\": 500, \"flat_amount\": 100}, {\"up_to\": null, \"unit_amount\": 8}",
        "{\"up_to\": 500, \"unit_amount\": 0}, {\"up_to\": null, \"unit_amount\": 8,"
            + " \"flat_amount\": 1}",
        "{\"up_to\": null, \"unit_amount\": 8}"
      })
  void tiersOfAnotherShapeFitNothing(String tiers) {
    assertThat(tiers(tiers))
        .contains(found(BillingInterval.MONTHLY, OptionalLong.empty(), OptionalLong.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"week", "day"})
  void otherIntervalsAreNotSold(String interval) {
    assertThat(read(interval, "licensed", "\"unit_amount\": 1")).isEmpty();
  }

  private static Optional<FoundPrice> tiers(String tiers) {
    return read(
        "month",
        "metered",
        "\"billing_scheme\": \"tiered\", \"tiers_mode\": \"graduated\", \"tiers\": ["
            + tiers
            + "]");
  }

  private static Optional<FoundPrice> read(String interval, String usage, String rest) {
    String json =
        ("{\"id\": \"price_1\", \"object\": \"price\", \"currency\": \"usd\", \"lookup_key\":"
                + " \"k\", \"recurring\": {\"interval\": \"%s\", \"interval_count\": 1,"
                + " \"usage_type\": \"%s\"}, %s}")
            .formatted(interval, usage, rest);
    return PriceReader.read(ApiResource.GSON.fromJson(json, Price.class));
  }

  private static FoundPrice found(
      BillingInterval interval, OptionalLong unitAmount, OptionalLong included) {
    return new FoundPrice("price_1", Optional.of("k"), "USD", interval, unitAmount, included);
  }
}
