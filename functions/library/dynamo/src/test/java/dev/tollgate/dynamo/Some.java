package dev.tollgate.dynamo;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.ledger.LedgerEntry;
import dev.tollgate.core.ledger.Movement;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.subscriptions.BillingInterval;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.core.subscriptions.OpenCheckout;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Things to store, each with every part filled in. */
final class Some {
  /** Ahead of every clock, because the server deletes what has expired by its own. */
  static final Instant NOW = Instant.parse("2126-05-04T10:00:00Z");

  static final Ids IDS = new Ids(new SecureRandom());

  private Some() {}

  static TenantId tenant() {
    return IDS.tenant(NOW);
  }

  /** A customer id that nobody else has. */
  static String customer() {
    return "cus_" + IDS.audit(NOW).value();
  }

  static Enrollment trial(TenantId tenant) {
    return Enrollment.begun(tenant, new Grant.Trial("pro", NOW, NOW.plus(Duration.ofDays(14))));
  }

  static Enrollment of(TenantId tenant, String customer) {
    Enrollment begun = trial(tenant);
    return begun.with(begun.customer().known(customer));
  }

  static Contract contract(ContractStatus status) {
    return new Contract(
        "sub_1",
        status,
        "pro",
        BillingInterval.ANNUAL,
        "USD",
        3,
        NOW,
        NOW.plusSeconds(1),
        NOW.plusSeconds(2),
        Optional.of(NOW.plusSeconds(3)),
        Optional.of(NOW.plusSeconds(4)),
        true,
        status == ContractStatus.CANCELED ? Optional.of(NOW.plusSeconds(5)) : Optional.empty());
  }

  static OpenCheckout checkout() {
    return new OpenCheckout(
        "cs_1", URI.create("https://pay.example.com/c/1"), Fingerprint.of("wish"), 2);
  }

  static BillingChange.Fact fact(TenantId tenant, String key) {
    return new BillingChange.Fact(
        key,
        Message.of(new Announcement.SubscriptionStarted(IDS.user(NOW), "pro"), tenant, NOW, IDS));
  }

  static LedgerEntry paid(TenantId tenant, String invoice, Instant at) {
    return new LedgerEntry(
        tenant, at, Movement.INVOICE_PAID, new Money(4900, "USD"), invoice, "Invoice " + invoice);
  }

  static AuditEntry entry(TenantId tenant) {
    return AuditEntry.of(
        AuditAction.SUBSCRIPTION_CHANGED,
        tenant,
        IDS.user(NOW),
        new Client("127.0.0.1", "test"),
        NOW,
        IDS);
  }

  static ProviderEvent event() {
    return new ProviderEvent(
        "evt_" + IDS.audit(NOW).value(), "invoice.paid", NOW, "in_1", Optional.of("cus_1"));
  }

  /** Everything at once: an enrollment with a new customer, a fact, a movement, an event. */
  static BillingChange change(Enrollment changed, String invoice, ProviderEvent event) {
    TenantId tenant = changed.tenant();
    return new BillingChange(
        tenant,
        Optional.of(changed),
        List.of(fact(tenant, "invoice_paid:" + invoice)),
        List.of(paid(tenant, invoice, NOW)),
        List.of(entry(tenant)),
        List.of(
            new BillingChange.Outcome(
                event, dev.tollgate.core.billing.StoredEvent.Status.APPLIED, "trialing to active")),
        NOW);
  }
}
