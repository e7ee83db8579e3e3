package dev.tollgate.admin;

import dev.tollgate.core.billing.ProviderCatalogue;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.ProviderState;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.subscriptions.BillingInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A payment provider that has one of the plans' prices. */
final class Provider implements ProviderCustomers, ProviderCatalogue {
  boolean configured = true;
  final List<String> made = new ArrayList<>();

  @Override
  public boolean isConfigured() {
    return configured;
  }

  @Override
  public String create(TenantId tenant, EmailAddress email, String name, String key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ProviderState stateOf(String customer, Set<String> known) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Product> products() {
    return List.of(
        new Product(
            "prod_1",
            "Pro",
            List.of(
                new FoundPrice(
                    "price_theirs",
                    Optional.empty(),
                    "USD",
                    BillingInterval.MONTHLY,
                    OptionalLong.of(2_999),
                    OptionalLong.empty()))));
  }

  @Override
  public String createProduct(String plan, String name, String description, String key) {
    made.add("product " + plan);
    return "prod_" + plan;
  }

  @Override
  public String createPrice(PriceSpec spec, String product, String key) {
    made.add("price " + spec.plan());
    return "price_made";
  }

  @Override
  public Optional<String> findMeter(String eventName) {
    return Optional.empty();
  }

  @Override
  public String createMeter(Meter meter, String displayName, String eventName, String key) {
    throw new UnsupportedOperationException();
  }
}
