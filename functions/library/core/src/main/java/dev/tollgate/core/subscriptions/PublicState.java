package dev.tollgate.core.subscriptions;

import dev.tollgate.core.editions.SubscriptionTerms;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What the product's own services hear of a subscription: flat, and without anybody's name. */
public final class PublicState {
  private PublicState() {}

  public static Map<String, String> of(
      Enrollment enrollment, SubscriptionTerms terms, Instant now) {
    Subscription subscription = enrollment.at(now, terms);
    Map<String, String> data = new TreeMap<>();
    data.put("tenant_id", enrollment.tenant().value());
    data.put("status", subscription.status());
    data.put("is_live", Boolean.toString(subscription.isLive(now)));
    data.put("plan", subscription.plan());
    if (subscription instanceof Subscription.Trialing trial) {
      data.put("trial_ends_at", trial.endsAt().toString());
    }
    subscription
        .contract()
        .ifPresent(
            contract -> {
              data.put("seats", Integer.toString(contract.seats()));
              data.put("current_period_start", contract.periodStart().toString());
              data.put("current_period_end", contract.periodEnd().toString());
              contract.cancelsAt().ifPresent(at -> data.put("cancels_at", at.toString()));
            });
    return data;
  }
}
