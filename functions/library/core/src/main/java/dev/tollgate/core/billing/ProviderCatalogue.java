package dev.tollgate.core.billing;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.subscriptions.BillingInterval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The payment provider's products, prices and meters. */
public interface ProviderCatalogue {
  /** Active products and their active prices. */
  List<Product> products();

  /** Makes the product, or finds the one made under the same key. Returns its id. */
  String createProduct(String plan, String name, String description, String key);

  /** Makes the price under its lookup key, taking the key from the price that had it. */
  String createPrice(PriceSpec spec, String product, String key);

  /** The provider's id of the meter whose events bear this name. */
  Optional<String> findMeter(String eventName);

  String createMeter(Meter meter, String displayName, String eventName, String key);

  record Product(String id, String name, List<FoundPrice> prices) {}

  /**
   * @param unitAmount in minor units of one seat, tenant or unit used; empty for tiers
   * @param included what is free of a price by usage; empty where it is not by usage
   */
  record FoundPrice(
      String id,
      Optional<String> lookupKey,
      String currency,
      BillingInterval interval,
      OptionalLong unitAmount,
      OptionalLong included) {}

  /**
   * What a price must be.
   *
   * @param lookupKey names it for ever, whatever it costs
   * @param unitAmount in minor units
   * @param usage present for a price by usage
   */
  record PriceSpec(
      String lookupKey,
      String plan,
      String currency,
      BillingInterval interval,
      long unitAmount,
      Optional<Overage> usage) {}

  /**
   * @param meterId the provider's
   * @param included used for nothing, before the price begins
   */
  record Overage(Meter meter, String meterId, long included) {}
}
