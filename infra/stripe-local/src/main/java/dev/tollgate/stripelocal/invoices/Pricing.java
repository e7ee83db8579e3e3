package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.calendar.Interval;
import dev.tollgate.stripelocal.ledger.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a price object charges for a quantity, per unit or by tiers, in cents. */
public record Pricing(ObjectNode price) {
  public String id() {
    return price.path("id").asText();
  }

  public String product() {
    return price.path("product").asText();
  }

  public String currency() {
    return price.path("currency").asText();
  }

  public boolean isRecurring() {
    return price.path("recurring").isObject();
  }

  public Interval interval() {
    return Interval.of(price.path("recurring"));
  }

  public boolean isMetered() {
    return price.path("recurring").path("usage_type").asText().equals("metered");
  }

  /** The meter whose events are its usage. */
  public Optional<String> meter() {
    return Optional.ofNullable(Json.text(price.path("recurring"), "meter"));
  }

  /** What a quantity costs altogether. */
  public long amount(long quantity) {
    return charges(quantity).stream().mapToLong(Charge::amount).sum();
  }

  /** What a quantity costs, line by line; at least one line. */
  public List<Charge> charges(long quantity) {
    if (!price.path("billing_scheme").asText().equals("tiered")) {
      return List.of(perUnit(quantity));
    }
    return price.path("tiers_mode").asText().equals("volume")
        ? volume(quantity)
        : graduated(quantity);
  }

  private Charge perUnit(long quantity) {
    BigDecimal unit = Tier.cents(price, "unit_amount");
    return charge(quantity, unit, transformed(quantity), "");
  }

  /** Packages instead of units, when the price has {@code transform_quantity}. */
  private BigDecimal transformed(long quantity) {
    JsonNode transform = price.path("transform_quantity");
    BigDecimal units = BigDecimal.valueOf(quantity);
    if (!transform.isObject()) {
      return units;
    }
    RoundingMode rounding =
        transform.path("round").asText().equals("up") ? RoundingMode.UP : RoundingMode.DOWN;
    return units.divide(BigDecimal.valueOf(transform.path("divide_by").asLong(1)), 0, rounding);
  }

  private List<Charge> graduated(long quantity) {
    List<Charge> charges = new ArrayList<>();
    long below = 0;
    int number = 0;
    for (Tier tier : tiers()) {
      number++;
      long units = tier.share(quantity, below);
      if (units > 0 || number == 1) {
        charges.add(charge(units, tier.unit(), BigDecimal.valueOf(units), "Tier " + number));
        flatFee(tier, "Tier " + number).ifPresent(charges::add);
      }
      below += units;
    }
    return charges;
  }

  private List<Charge> volume(long quantity) {
    Tier tier =
        tiers().stream().filter(candidate -> candidate.holds(quantity)).findFirst().orElseThrow();
    List<Charge> charges = new ArrayList<>();
    charges.add(charge(quantity, tier.unit(), BigDecimal.valueOf(quantity), ""));
    flatFee(tier, "").ifPresent(charges::add);
    return charges;
  }

  private static Optional<Charge> flatFee(Tier tier, String remark) {
    return tier.flat().signum() == 0
        ? Optional.empty()
        : Optional.of(charge(1, tier.flat(), BigDecimal.ONE, (remark + " flat fee").strip()));
  }

  private static Charge charge(long quantity, BigDecimal unit, BigDecimal units, String remark) {
    return new Charge(quantity, unit, Money.rounded(unit.multiply(units)), remark);
  }

  /** Tiers are shown only when expanded, so the catalogue may keep them under either name. */
  private List<Tier> tiers() {
    JsonNode tiers = price.path("_tiers").isArray() ? price.path("_tiers") : price.path("tiers");
    return StreamSupport.stream(tiers.spliterator(), false).map(Tier::of).toList();
  }
}
