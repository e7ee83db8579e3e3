package dev.tollgate.stripelocal.payments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.StripeError;
import java.util.List;
import java.util.Locale;

/** Parameters of a request as fields of a payment intent. */
final class IntentFields {
  /** Stripe's least charge for most currencies, in minor units; below it a request is refused. */
  private static final long LEAST = 50;

  private static final long MOST = 99_999_999;

  private static final List<String> TEXTS =
      List.of(
          "capture_method",
          "confirmation_method",
          "description",
          "receipt_email",
          "setup_future_usage",
          "statement_descriptor",
          "statement_descriptor_suffix",
          "transfer_group");

  private IntentFields() {}

  static long amount(Params params) {
    params.require("amount");
    long amount = params.integer("amount").orElseThrow();
    if (amount < 1) {
      throw StripeError.invalid(
          "parameter_invalid_integer", "This value must be greater than or equal to 1.", "amount");
    }
    if (amount < LEAST) {
      throw StripeError.invalid(
          "amount_too_small",
          "Amount must be at least 50 of the currency's smallest unit.",
          "amount");
    }
    if (amount > MOST) {
      throw StripeError.invalid(
          "amount_too_large", "Amount must be no more than 999,999.99.", "amount");
    }
    return amount;
  }

  static String currency(Params params) {
    String currency = params.require("currency").toLowerCase(Locale.ROOT);
    if (!currency.matches("[a-z]{3}")) {
      throw StripeError.invalid("Invalid currency: " + currency, "currency");
    }
    return currency;
  }

  /** Everything that is copied as it is. */
  static ObjectNode copy(Params params, ObjectNode intent) {
    for (String name : TEXTS) {
      if (params.has(name)) {
        intent.put(name, params.orNull(name));
      }
    }
    if (params.has("return_url")) {
      intent.put(NextAction.RETURN_URL, params.orNull("return_url"));
    }
    params.in("shipping").ifPresent(shipping -> intent.set("shipping", shipping.tree().deepCopy()));
    params
        .in("automatic_payment_methods")
        .ifPresent(
            automatic ->
                intent
                    .putObject("automatic_payment_methods")
                    .put("allow_redirects", automatic.text("allow_redirects").orElse("always"))
                    .put("enabled", automatic.flag("enabled").orElse(false)));
    return intent;
  }

  static Terms terms(Params params) {
    boolean offSession =
        params.text("off_session").map(value -> !value.equals("false")).orElse(false);
    return new Terms(
        offSession, offSession || params.flag("error_on_requires_action").orElse(false), false);
  }

  static boolean is(ObjectNode intent, String status) {
    return status.equals(Json.text(intent, "status"));
  }
}
