package dev.tollgate.stripelocal.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricingTest {
  private static final String TIERS =
      """
      {"billing_scheme": "tiered", "tiers_mode": "%s", "currency": "usd",
       "_tiers": [{"up_to": 100, "unit_amount": 0},
                  {"up_to": 1000, "unit_amount": 8},
                  {"up_to": null, "unit_amount_decimal": "5.5", "flat_amount": 1000}]}
      """;

  @ParameterizedTest
  @CsvSource({"0, 0", "100, 0", "101, 8", "1000, 7200", "1001, 8206", "1010, 8255"})
  void graduatedTiersChargeEachUnitAtTheTierItLiesIn(long quantity, long cents) {
    assertThat(price(TIERS.formatted("graduated")).amount(quantity)).isEqualTo(cents);
  }

  @ParameterizedTest
  @CsvSource({"100, 0", "101, 808", "1000, 8000", "1001, 6506"})
  void volumeTiersChargeAllUnitsAtTheTierOfTheLast(long quantity, long cents) {
    assertThat(price(TIERS.formatted("volume")).amount(quantity)).isEqualTo(cents);
  }

  @Test
  void eachGraduatedTierThatIsReachedHasItsLine() {
    assertThat(price(TIERS.formatted("graduated")).charges(137))
        .extracting(Charge::quantity)
        .containsExactly(100L, 37L);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 1", "3, 1", "5, 2", "1000, 333"})
  void partsOfACentAreRoundedHalfUpOncePerLine(long quantity, long cents) {
    assertThat(
            price("{\"billing_scheme\": \"per_unit\", \"unit_amount_decimal\": \"0.333\"}")
                .amount(quantity))
        .isEqualTo(cents);
  }

  @ParameterizedTest
  @CsvSource({"1, 10, 4, 3", "-1, 10, 4, -3", "24500, 2678400, 1339200, 12250", "7, 3, 1, 2"})
  void aShareIsRoundedHalfUpAndACreditMirrorsItsDebit(
      long amount, long whole, long part, long share) {
    assertThat(Money.share(amount * (amount == 1 || amount == -1 ? 7 : 1), part, whole))
        .isEqualTo(share);
  }

  @Test
  void packagesAreCountedWholeInTheDirectionThePriceSays() {
    Pricing price =
        price(
            """
            {"billing_scheme": "per_unit", "unit_amount": 500,
             "transform_quantity": {"divide_by": 10, "round": "up"}}
            """);

    assertThat(price.amount(11)).isEqualTo(1000);
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 0, 1000, 0",
    "1000, -300, 700, 0",
    "1000, -1500, 0, -500",
    "-400, 0, 0, -400",
    "30, 0, 0, 30",
    "30, 30, 60, 0",
    "1000, 30, 1030, 0"
  })
  void aBalanceIsUsedUpBeforeACardAndTooSmallAnAmountIsCarriedOver(
      long total, long balance, long due, long after) {
    assertThat(Totals.Due.of(total, balance)).isEqualTo(new Totals.Due(due, after));
  }

  private static Pricing price(String json) {
    return new Pricing((ObjectNode) Json.read(json));
  }
}
