package dev.tollgate.core.billing;

import dev.tollgate.core.editions.SubscriptionTerms;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.PublicState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the product's own services hear when a subscription is not what it was. */
public final class SubscriptionNews {
  private SubscriptionNews() {}

  /**
   * None, or one under a key that names the version to be written, which is written once.
   *
   * @param next of the version it replaces
   */
  public static List<BillingChange.Fact> of(
      Enrollment old, Enrollment next, SubscriptionTerms terms, Instant now, Ids ids) {
    Map<String, String> data = PublicState.of(next, terms, now);
    if (data.equals(PublicState.of(old, terms, now))) {
      return List.of();
    }
    return List.of(fact(Long.toString(next.version() + 1), next, data, now, ids));
  }

  /** That what there is can only be read from now on, though the provider says what it said. */
  static BillingChange.Fact accessEnded(
      Enrollment owing, SubscriptionTerms terms, Instant now, Ids ids) {
    Map<String, String> data = new TreeMap<>(PublicState.of(owing, terms, now));
    data.put("access_ended_at", now.toString());
    return fact(Long.toString(owing.version() + 1), owing, data, now, ids);
  }

  /**
   * What nothing but time did to an enrollment, at a moment that may be past: none, or one.
   *
   * @param what the same whenever it is found out, and of no other moment
   */
  public static List<BillingChange.Fact> passing(
      Instant moment,
      String what,
      Enrollment enrollment,
      SubscriptionTerms terms,
      Instant now,
      Ids ids) {
    Map<String, String> data = PublicState.of(enrollment, terms, moment);
    if (data.equals(PublicState.of(enrollment, terms, moment.minusNanos(1)))) {
      return List.of();
    }
    return List.of(fact(what, enrollment, data, now, ids));
  }

  private static BillingChange.Fact fact(
      String which, Enrollment enrollment, Map<String, String> data, Instant now, Ids ids) {
    return new BillingChange.Fact(
        "subscription_changed:" + which,
        Message.of(
            new Announcement.Published("subscription.changed", data),
            enrollment.tenant(),
            now,
            ids));
  }
}
