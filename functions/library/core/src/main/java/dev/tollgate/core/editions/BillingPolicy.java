package dev.tollgate.core.editions;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How subscriptions begin and what stays when they end. When a renewal fails, the payment provider
 * retries by its own schedule; a trial's first charge has its own in {@link TrialEnd.ChargeOnDay}.
 *
 * @param customerAtSignUp whether the payment provider learns of a tenant at sign-up rather than at
 *     its first checkout
 * @param readOnlyWindow for how long history can be read once a subscription is no longer live
 * @param complimentaryPlan what a complimentary tenant has, unless the platform owner says
 *     otherwise
 * @param proPlans the plans that count as "pro" in what the API tells of a subscription
 */
public record BillingPolicy(
    boolean customerAtSignUp,
    Duration readOnlyWindow,
    String complimentaryPlan,
    Set<String> proPlans,
    DunningPolicy dunning) {
  public BillingPolicy {
    Lengths.requireNotNegative("read-only window", readOnlyWindow);
    proPlans = Collections.unmodifiableSet(new LinkedHashSet<>(proPlans));
  }
}
