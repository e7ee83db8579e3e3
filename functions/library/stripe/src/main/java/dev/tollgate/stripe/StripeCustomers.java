package dev.tollgate.stripe;

import com.stripe.model.Customer;
import com.stripe.model.Subscription;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.SubscriptionListParams;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.ProviderState;
import dev.tollgate.core.erasure.ErasingCustomers;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.TenantId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Customers at Stripe, and what each has signed. */
final class StripeCustomers implements ProviderCustomers, ErasingCustomers {
  private final StripeApi api;
  private final ContractReader reader;

  StripeCustomers(StripeApi api, ContractReader reader) {
    this.api = api;
    this.reader = reader;
  }

  @Override
  public boolean isConfigured() {
    return api.isConfigured();
  }

  @Override
  public String create(TenantId tenant, EmailAddress email, String name, String key) {
    CustomerCreateParams.Builder customer =
        CustomerCreateParams.builder()
            .setEmail(email.value())
            .putMetadata(Metadata.TENANT, tenant.value());
    Wire.text(name).ifPresent(customer::setName);
    return api.call(
            "make a customer",
            stripe -> stripe.v1().customers().create(customer.build(), StripeApi.keyed(key)))
        .getId();
  }

  @Override
  public ProviderState stateOf(String customer, Set<String> known) {
    Optional<Customer> found =
        api.find("show a customer", stripe -> stripe.v1().customers().retrieve(customer));
    boolean deleted = found.isEmpty() || Boolean.TRUE.equals(found.get().getDeleted());
    Map<String, Subscription> subscriptions = new LinkedHashMap<>();
    if (!deleted) {
      list(customer).forEach(each -> subscriptions.put(each.getId(), each));
    }
    for (String id : known) {
      if (!subscriptions.containsKey(id)) {
        find(id)
            .filter(each -> customer.equals(each.getCustomer()))
            .ifPresent(each -> subscriptions.put(id, each));
      }
    }
    return new ProviderState(
        customer,
        deleted,
        found.flatMap(StripeCustomers::tenant),
        subscriptions.values().stream().map(reader::read).toList());
  }

  /** Deleting takes no key, and needs none: what is gone already is not found. */
  @Override
  public void delete(String customer) {
    Optional<Customer> _ =
        api.find("delete a customer", stripe -> stripe.v1().customers().delete(customer));
  }

  /** Ended ones too; there is no other way to learn of them. */
  private List<Subscription> list(String customer) {
    return api.find(
            "list subscriptions",
            stripe ->
                StripeApi.all(
                    stripe
                        .v1()
                        .subscriptions()
                        .list(
                            SubscriptionListParams.builder()
                                .setCustomer(customer)
                                .setStatus(SubscriptionListParams.Status.ALL)
                                .setLimit(StripeApi.PAGE)
                                .build())))
        .orElse(List.of());
  }

  private Optional<Subscription> find(String id) {
    return api.find("show a subscription", stripe -> stripe.v1().subscriptions().retrieve(id));
  }

  /** Notes that are no tenant's id were made by somebody else. */
  private static Optional<TenantId> tenant(Customer customer) {
    try {
      return Optional.ofNullable(customer.getMetadata())
          .flatMap(notes -> Wire.text(notes.get(Metadata.TENANT)))
          .map(TenantId::new);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
