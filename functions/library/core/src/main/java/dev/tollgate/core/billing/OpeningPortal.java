package dev.tollgate.core.billing;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.subscriptions.Enrollments;
import java.net.URI;

/** Somebody wants to look after cards and invoices: they get the provider's page for it. */
public final class OpeningPortal {
  private final Enrollments enrollments;
  private final ProviderCustomers provider;
  private final Portal portal;
  private final Links links;

  public OpeningPortal(
      Enrollments enrollments, ProviderCustomers provider, Portal portal, Links links) {
    this.enrollments = enrollments;
    this.provider = provider;
    this.portal = portal;
    this.links = links;
  }

  public Outcome open(TenantId tenant) {
    if (!provider.isConfigured()) {
      return new NotConfigured();
    }
    return enrollments
        .find(tenant)
        .flatMap(enrollment -> enrollment.customer().id())
        .<Outcome>map(customer -> new Opened(portal.open(customer, links.billing())))
        .orElseGet(NoCustomer::new);
  }

  /** What the client hears. */
  public sealed interface Outcome {}

  public record Opened(URI url) implements Outcome {}

  public record NotConfigured() implements Outcome {}

  /** The tenant never came to a checkout. */
  public record NoCustomer() implements Outcome {}
}
