package dev.tollgate.billing;

import dev.tollgate.core.billing.ChangingSubscription;
import dev.tollgate.core.billing.Excess;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;
import java.util.List;
import java.util.Map;

/** What billing refuses, in the contract's words. */
final class Refusals {
  private Refusals() {}

  static Response noTrial() {
    return Problem.of(
            404, "no_trial", "There is no trial", "The account has none, or has paid since.")
        .response();
  }

  static Response notConfigured() {
    return Problem.of(
            503,
            "stripe_not_configured",
            "Payments are not set up",
            "This deployment cannot take payments for this plan yet; please tell its owner.")
        .response();
  }

  static Response noCustomer() {
    return Problem.of(
            400,
            "no_stripe_customer",
            "There is nothing to look after yet",
            "The account has never been to a checkout.")
        .response();
  }

  static Response subscriptionExists() {
    return Problem.of(
            409,
            "subscription_exists",
            "There is a subscription already",
            "Change its plan or its seats instead of buying a second one.")
        .response();
  }

  static Response currencyFixed(String currency) {
    return Problem.of(
            409,
            "currency_fixed",
            "The currency cannot change",
            "The account's first subscription was paid in " + currency + ".")
        .with("currency", currency)
        .response();
  }

  static Response noSubscription() {
    return Problem.of(
            409,
            "no_subscription",
            "There is no subscription",
            "Nothing runs that could be changed so; go to a checkout to begin one.")
        .response();
  }

  static Response checkoutRequired() {
    return Problem.of(
            409,
            "checkout_required",
            "This plan begins with a checkout",
            "Open a checkout for it; there is no paid subscription that could be changed.")
        .response();
  }

  static Response moved() {
    return Problem.of(
            409,
            "subscription_moved",
            "The subscription has just changed",
            "Somebody else changed it at the same moment; look again and decide again.")
        .response();
  }

  /** It may be changed at the provider all the same; only what it is now is not understood. */
  static Response unknownPlan() {
    return Problem.of(
            409,
            "subscription_unknown_plan",
            "The subscription stands for no plan that is known here",
            "It was made by hand at the payment provider. What you asked for may have happened"
                + " there; please ask us before you try again.")
        .response();
  }

  static Response declined(String reason) {
    return Problem.of(
            402,
            "payment_declined",
            "The payment was declined",
            "Nothing has changed; use another payment method and try again.")
        .with("reason", reason)
        .response();
  }

  /** Names everything that is over, never just the first. */
  static Response usageExceedsPlan(ChangingSubscription.UsageExceedsPlan exceeds) {
    List<Map<String, Object>> over = exceeds.over().stream().map(Refusals::line).toList();
    return Problem.of(
            409,
            "usage_exceeds_plan",
            "More is in use than this plan allows",
            "The plan " + exceeds.plan().displayName() + " allows less than is in use now.")
        .with("over", over)
        .response();
  }

  private static Map<String, Object> line(Excess excess) {
    return Map.of(
        "quota_type", excess.meter().key(), "current", excess.used(), "limit", excess.limit());
  }
}
