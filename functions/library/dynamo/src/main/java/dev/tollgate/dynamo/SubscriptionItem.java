package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.subscriptions.Subscription;

/** The tenant's subscription, as the state it is in. */
final class SubscriptionItem {
  private SubscriptionItem() {}

  record SubscriptionKey(TenantId tenant) implements Key {
    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return "SUBSCRIPTION";
    }
  }

  static Row.Writer write(TenantId tenant, Subscription subscription) {
    Row.Writer row =
        new Row.Writer(new SubscriptionKey(tenant))
            .text("status", subscription.status())
            .text("plan", subscription.plan());
    return switch (subscription) {
      case Subscription.Trialing trial ->
          row.instant("started_at", trial.startedAt()).instant("ends_at", trial.endsAt());
      case Subscription.Active active -> row.instant("started_at", active.startedAt());
      case Subscription.Complimentary gift -> row.instant("started_at", gift.startedAt());
      case Subscription.Incomplete unpaid -> row.instant("started_at", unpaid.startedAt());
    };
  }

  static Subscription read(Row row) {
    String plan = row.text("plan");
    return switch (row.text("status")) {
      case "trialing" ->
          new Subscription.Trialing(plan, row.instant("started_at"), row.instant("ends_at"));
      case "active" -> new Subscription.Active(plan, row.instant("started_at"));
      case "complimentary" -> new Subscription.Complimentary(plan, row.instant("started_at"));
      case "incomplete" -> new Subscription.Incomplete(plan, row.instant("started_at"));
      default -> throw new IllegalStateException("a subscription in an unknown state");
    };
  }
}
