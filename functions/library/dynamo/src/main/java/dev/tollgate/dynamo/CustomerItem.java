package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.TenantId;

/**
 * Whose a customer of the payment provider is. Kept for as long as the tenant is, even where the
 * provider has deleted the customer, so that no event is of nobody; the enrollment names all that
 * go with it.
 */
final class CustomerItem {
  private CustomerItem() {}

  record CustomerKey(String customer) implements Key {
    @Override
    public String partition() {
      return "STRIPE_CUSTOMER#" + Key.foreign(customer);
    }

    @Override
    public String sort() {
      return "STRIPE_CUSTOMER";
    }
  }

  /** Refused where it is another tenant's. */
  static Action claim(String customer, TenantId tenant) {
    return Action.put(
            new Row.Writer(new CustomerKey(customer))
                .text("customer", customer)
                .text("tenant", tenant.value()))
        .when("attribute_not_exists(pk) OR tenant = :tenant")
        .with(":tenant", tenant.value());
  }

  /** Never another tenant's. */
  static Action forget(String customer, TenantId tenant) {
    return Action.delete(new CustomerKey(customer))
        .when("attribute_not_exists(pk) OR tenant = :tenant")
        .with(":tenant", tenant.value());
  }

  static TenantId tenant(Row row) {
    return new TenantId(row.text("tenant"));
  }
}
