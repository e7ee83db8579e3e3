package dev.tollgate.core.billing;

import dev.tollgate.core.editions.TrialPolicy;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the product's own services hear when a subscription is not what it was. */
final class SubscriptionNews {
  private SubscriptionNews() {}

  /**
   * None, or one under a key that names the version to be written, which is written once.
   *
   * @param next of the version it replaces
   */
  static List<BillingChange.Fact> of(
      Enrollment old, Enrollment next, TrialPolicy policy, Instant now, Ids ids) {
    Map<String, String> data = data(next, policy, now);
    if (data.equals(data(old, policy, now))) {
      return List.of();
    }
    return List.of(
        new BillingChange.Fact(
            "subscription_changed:" + (next.version() + 1),
            Message.of(
                new Announcement.Published("subscription.changed", data),
                next.tenant(),
                now,
                ids)));
  }

  private static Map<String, String> data(Enrollment enrollment, TrialPolicy policy, Instant now) {
    Subscription subscription = enrollment.at(now, policy);
    Map<String, String> data = new TreeMap<>();
    data.put("tenant_id", enrollment.tenant().value());
    data.put("status", subscription.status());
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
