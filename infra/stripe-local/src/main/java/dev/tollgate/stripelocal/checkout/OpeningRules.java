package dev.tollgate.stripelocal.checkout;

import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.wire.Call;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.StripeError;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a request to open a session must keep to, apart from its lines. Checked in order; the first
 * one broken answers.
 */
final class OpeningRules {
  private static final Duration SHORTEST = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final Duration SHORTEST_TRIAL = Duration.ofDays(2);

  /** The longest trial that Stripe takes as days. */
  private static final long MOST_TRIAL_DAYS = 730;

  /** Parameters that the stand-in does not act upon; to ignore them would be to lie. */
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "discounts",
          "optional_items",
          "shipping_options",
          "after_expiration",
          "managed_payments",
          "customer_account");

  private static final List<Consumer<Call>> RULES =
      List.of(
          OpeningRules::modeIsGiven,
          OpeningRules::pageIsHosted,
          OpeningRules::everythingIsSupported,
          OpeningRules::successUrlIsGiven,
          OpeningRules::urlsAreUrls,
          OpeningRules::customerOrEmail,
          OpeningRules::customerExists,
          OpeningRules::emailIsOne,
          OpeningRules::dataFitsTheMode,
          OpeningRules::trialIsGivenOnce,
          OpeningRules::trialIsLongEnough,
          OpeningRules::expiryIsWithinBounds);

  private OpeningRules() {}

  static void check(Call call) {
    RULES.forEach(rule -> rule.accept(call));
  }

  private static void modeIsGiven(Call call) {
    call.params().require("mode");
  }

  private static void pageIsHosted(Call call) {
    String mode = call.params().text("ui_mode").orElse("hosted_page");
    if (!mode.equals("hosted_page")) {
      throw StripeError.invalid(
          "The stand-in has hosted pages only, not `ui_mode` " + mode + ".", "ui_mode");
    }
  }

  private static void everythingIsSupported(Call call) {
    for (String name : UNSUPPORTED) {
      if (call.params().has(name)) {
        throw StripeError.invalid("The stand-in does not support `" + name + "`.", name);
      }
    }
    Params subscription = call.params().in("subscription_data").orElse(Params.none());
    for (String name : List.of("billing_cycle_anchor", "billing_cycle_anchor_config")) {
      if (subscription.has(name)) {
        throw StripeError.invalid(
            "The stand-in does not support `subscription_data[" + name + "]`.",
            subscription.path(name));
      }
    }
  }

  private static void successUrlIsGiven(Call call) {
    call.params().require("success_url");
  }

  private static void urlsAreUrls(Call call) {
    for (String name : List.of("success_url", "cancel_url")) {
      call.params()
          .text(name)
          .filter(url -> !isUrl(url.replace("{CHECKOUT_SESSION_ID}", "cs")))
          .ifPresent(
              _ -> {
                throw StripeError.invalid("url_invalid", "Not a valid URL", name);
              });
    }
  }

  private static boolean isUrl(String text) {
    try {
      URI url = new URI(text);
      return url.getHost() != null
          && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
    } catch (java.net.URISyntaxException e) {
      return false;
    }
  }

  private static void customerOrEmail(Call call) {
    Params params = call.params();
    if (params.has("customer") && params.has("customer_email")) {
      throw StripeError.invalid(
          "parameters_exclusive",
          "You may only specify one of these parameters: customer, customer_email.",
          "customer");
    }
    if (params.has("customer_update") && !params.has("customer")) {
      throw StripeError.invalid(
          "`customer_update` can only be used with `customer`.", "customer_update");
    }
    if (params.has("customer_creation")
        && (params.has("customer") || !params.require("mode").equals("payment"))) {
      throw StripeError.invalid(
          "`customer_creation` can only be used in `payment` mode and without `customer`.",
          "customer_creation");
    }
  }

  private static void customerExists(Call call) {
    call.params().text("customer").ifPresent(id -> call.work().get(Kind.CUSTOMER, id, "customer"));
  }

  private static void emailIsOne(Call call) {
    call.params()
        .text("customer_email")
        .filter(email -> !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"))
        .ifPresent(
            email -> {
              throw StripeError.invalid(
                  "email_invalid", "Invalid email address: " + email, "customer_email");
            });
  }

  private static void dataFitsTheMode(Call call) {
    Params params = call.params();
    String mode = params.require("mode");
    fits(params, "subscription_data", mode, "subscription");
    fits(params, "payment_method_collection", mode, "subscription");
    fits(params, "payment_intent_data", mode, "payment");
    fits(params, "invoice_creation", mode, "payment");
    fits(params, "setup_intent_data", mode, "setup");
    if (mode.equals("setup") && params.has("line_items")) {
      throw StripeError.invalid("You can not pass `line_items` in `setup` mode.", "line_items");
    }
  }

  private static void fits(Params params, String name, String mode, String expected) {
    if (params.has(name) && !mode.equals(expected)) {
      throw StripeError.invalid("You can not pass `" + name + "` in `" + mode + "` mode.", name);
    }
  }

  private static void trialIsGivenOnce(Call call) {
    Params data = call.params().in("subscription_data").orElse(Params.none());
    if (data.has("trial_end") && data.has("trial_period_days")) {
      throw StripeError.invalid(
          "parameters_exclusive",
          "You may only specify one of these parameters: subscription_data[trial_end],"
              + " subscription_data[trial_period_days].",
          "subscription_data[trial_end]");
    }
  }

  private static void trialIsLongEnough(Call call) {
    Params data = call.params().in("subscription_data").orElse(Params.none());
    OptionalLong end = data.integer("trial_end");
    if (end.isPresent() && end.getAsLong() < now(call) + SHORTEST_TRIAL.toSeconds()) {
      throw StripeError.invalid(
          "The `trial_end` date has to be at least 2 days in the future.",
          "subscription_data[trial_end]");
    }
    OptionalLong days = data.integer("trial_period_days");
    if (days.isPresent() && (days.getAsLong() < 1 || days.getAsLong() > MOST_TRIAL_DAYS)) {
      throw StripeError.invalid(
          "parameter_invalid_integer",
          "The number of trial period days must be between 1 and 730.",
          "subscription_data[trial_period_days]");
    }
  }

  private static void expiryIsWithinBounds(Call call) {
    OptionalLong given = call.params().integer("expires_at");
    if (given.isEmpty()) {
      return;
    }
    long seconds = given.getAsLong() - now(call);
    if (seconds < SHORTEST.toSeconds()) {
      throw StripeError.invalid(
          "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.",
          "expires_at");
    }
    if (seconds > LONGEST.toSeconds()) {
      throw StripeError.invalid(
          "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.",
          "expires_at");
    }
  }

  /** The time that holds for the request: that of its customer's test clock, if there is one. */
  static long now(Call call) {
    return call.params()
        .text("customer")
        .flatMap(id -> call.work().find(Kind.CUSTOMER, id))
        .map(call.work()::nowOf)
        .orElse(call.now());
  }
}
