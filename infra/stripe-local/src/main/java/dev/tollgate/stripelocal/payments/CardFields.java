package dev.tollgate.stripelocal.payments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.StripeError;
import java.util.List;

/** Parameters of a request as fields of a card. */
final class CardFields {
  private static final List<String> PERSON = List.of("email", "name", "phone", "tax_id");
  private static final List<String> ADDRESS =
      List.of("city", "country", "line1", "line2", "postal_code", "state");

  private CardFields() {}

  /** The map {@code card}: a number with its date, or a token. A mistake in it is a 402. */
  static CardDetails read(Work work, Params card) {
    if (card.has("token")) {
      return TestCard.ofToken(card.require("token"))
          .map(known -> PaymentMethods.details(work, known.number()))
          .orElseThrow(
              () ->
                  StripeError.invalid(
                      "resource_missing",
                      "No such token: '" + card.require("token") + "'",
                      card.path("token")));
    }
    CardDetails details =
        new CardDetails(
            card.require("number"),
            integer(card, "exp_month"),
            integer(card, "exp_year"),
            card.orNull("cvc"));
    details
        .mistake(PaymentMethods.today(work))
        .ifPresent(
            refusal -> {
              throw CardErrors.of(refusal);
            });
    return details;
  }

  private static long integer(Params card, String name) {
    card.require(name);
    return card.integer(name).orElseThrow();
  }

  /** {@code billing_details} and {@code allow_redisplay}. */
  static void describe(ObjectNode method, Params params) {
    params.text("allow_redisplay").ifPresent(value -> method.put("allow_redisplay", value));
    params
        .in("billing_details")
        .ifPresent(
            given -> {
              ObjectNode details = (ObjectNode) method.path("billing_details");
              copy(given, PERSON, details);
              given
                  .in("address")
                  .ifPresent(a -> copy(a, ADDRESS, (ObjectNode) details.path("address")));
            });
  }

  private static void copy(Params from, List<String> names, ObjectNode to) {
    for (String name : names) {
      if (from.has(name)) {
        to.put(name, from.orNull(name));
      }
    }
  }

  /** A later date for the same card. */
  static void renew(ObjectNode method, Params params) {
    params
        .in("card")
        .ifPresent(
            given -> {
              ObjectNode card = (ObjectNode) method.path("card");
              given.integer("exp_month").ifPresent(month -> card.put("exp_month", month(month)));
              given.integer("exp_year").ifPresent(year -> card.put("exp_year", year(year)));
            });
  }

  private static long month(long month) {
    if (month < 1 || month > 12) {
      throw CardErrors.of(
          Refusal.input(
              "invalid_expiry_month",
              "Your card's expiration month is invalid.",
              "card[exp_month]"));
    }
    return month;
  }

  private static long year(long year) {
    if (year < 2000 || year > 2100) {
      throw CardErrors.of(
          Refusal.input(
              "invalid_expiry_year", "Your card's expiration year is invalid.", "card[exp_year]"));
    }
    return year;
  }
}
