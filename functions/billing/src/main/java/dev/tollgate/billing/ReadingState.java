package dev.tollgate.billing;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.entitlements.Entitlements;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.quota.ReadingQuota;
import dev.tollgate.core.subscriptions.BillingState;
import java.util.OptionalLong;

/** What a tenant has now, and the plan that is in force. No read beyond the catalogue's. */
final class ReadingState {
  private final Edition edition;
  private final ReadingQuota quota;

  ReadingState(Edition edition, ReadingQuota quota) {
    this.edition = edition;
    this.quota = quota;
  }

  /** What was bought or given, and everything it entitles to at the same moment. */
  record State(BillingState billing, Entitlements entitlements) {
    /** As the catalogue lists it, archived or not. */
    Plan plan() {
      return entitlements.plan();
    }
  }

  /**
   * @throws Unavailable where the catalogue does not have the plan: nothing may be assumed then
   */
  State of(Tenancy tenancy) {
    return of(quota.entitlements(tenancy));
  }

  State of(Entitlements entitlements) {
    BillingState billing =
        BillingState.of(
            entitlements.subscription(), entitlements.plan(), edition.billing(), entitlements.at());
    return new State(
        entitlements.limits().containsKey(Meter.USERS)
            ? billing.seating(seats(entitlements.limit(Meter.USERS).limit()))
            : billing,
        entitlements);
  }

  private static OptionalLong seats(Limit users) {
    return switch (users) {
      case Limit.Unlimited _ -> OptionalLong.empty();
      case Limit.AtMost(long most) -> OptionalLong.of(most);
    };
  }
}
