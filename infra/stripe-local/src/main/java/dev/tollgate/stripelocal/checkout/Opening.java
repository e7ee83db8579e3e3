package dev.tollgate.stripelocal.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.checkout.Lines.Line;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.payments.PaymentRooms;
import dev.tollgate.stripelocal.payments.SetupIntents;
import dev.tollgate.stripelocal.wire.Call;
import dev.tollgate.stripelocal.wire.Metadata;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.StripeError;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Opens sessions. */
final class Opening {
  private static final Duration USUAL_LIFE = Duration.ofHours(24);

  /** Stripe's least charge for most currencies, in minor units. */
  private static final long LEAST = 50;

  private static final List<String> TEXTS =
      List.of(
          "mode",
          "success_url",
          "cancel_url",
          "client_reference_id",
          "customer",
          "customer_email",
          "billing_address_collection",
          "locale",
          "submit_type",
          "origin_context",
          "payment_method_collection");

  private final SetupIntents setups;
  private final URI base;

  Opening(SetupIntents setups, URI base) {
    this.setups = setups;
    this.base = base;
  }

  ObjectNode open(Call call) {
    OpeningRules.check(call);
    String mode = call.params().require("mode");
    List<Line> lines = Lines.read(call, mode);
    ObjectNode session = call.work().add(Kind.CHECKOUT_SESSION, fields(call, mode));
    boolean trial = Sessions.trialEnd(call.work(), session).isPresent();
    Lines.store(call.work(), Sessions.id(session), lines, trial);
    if (!mode.equals("setup")) {
      price(session, lines, trial);
    }
    begin(call, session);
    return session;
  }

  private void begin(Call call, ObjectNode session) {
    String id = Sessions.id(session);
    session.put("url", base + "/pay/" + id);
    long expires =
        call.params()
            .integer("expires_at")
            .orElse(session.path("created").longValue() + USUAL_LIFE.toSeconds());
    session.put("expires_at", expires);
    call.work().schedule(expires, Expiring.JOB, Kind.CHECKOUT_SESSION, id);
    if (Sessions.hasMode(session, "setup")) {
      ObjectNode intent = setups.open(call.work(), Json.text(session, "customer"), setup(call, id));
      session.put("setup_intent", Sessions.id(intent)).put(Sessions.INTENT, Sessions.id(intent));
    }
  }

  private ObjectNode setup(Call call, String session) {
    Params data = call.params().in("setup_intent_data").orElse(Params.none());
    ObjectNode more = Json.object().put("description", data.orNull("description"));
    more.set("metadata", Metadata.of(data));
    more.put(PaymentRooms.RETURN_URL, base + "/pay/" + session);
    return more.put(Sessions.SESSION, session);
  }

  private static void price(ObjectNode session, List<Line> lines, boolean trial) {
    long subtotal = lines.stream().mapToLong(Line::amount).sum();
    long total =
        lines.stream()
            .filter(line -> !(trial && line.pricing().isRecurring()))
            .mapToLong(Line::amount)
            .sum();
    if (total > 0 && total < LEAST) {
      throw StripeError.invalid(
          "amount_too_small",
          "The Checkout Session's total amount must be at least 50 of the currency's smallest"
              + " unit.",
          "line_items");
    }
    session.put("amount_subtotal", subtotal).put("amount_total", total);
    session.put("currency", lines.getFirst().pricing().currency());
  }

  private static ObjectNode fields(Call call, String mode) {
    Params params = call.params();
    ObjectNode session = Blank.SESSION.fresh();
    for (String name : TEXTS) {
      params.text(name).ifPresent(value -> session.put(name, value));
    }
    if (mode.equals("subscription") && !params.has("payment_method_collection")) {
      session.put("payment_method_collection", "always");
    }
    if (mode.equals("payment") && !params.has("customer")) {
      session.put("customer_creation", params.text("customer_creation").orElse("if_required"));
    }
    if (mode.equals("setup")) {
      session.put("payment_status", "no_payment_required");
      session.put("currency", params.orNull("currency"));
    }
    params
        .flag("allow_promotion_codes")
        .ifPresent(yes -> session.put("allow_promotion_codes", yes));
    params
        .in("automatic_tax")
        .flatMap(tax -> tax.flag("enabled"))
        .ifPresent(yes -> ((ObjectNode) session.path("automatic_tax")).put("enabled", yes));
    session.set("metadata", Metadata.of(params));
    session.set("customer_details", details(call));
    session.set(Sessions.SUBSCRIPTION_DATA, tree(params, "subscription_data"));
    session.set(Sessions.INTENT_DATA, tree(params, "payment_intent_data"));
    return session;
  }

  /** What is known of the buyer before they write anything. */
  private static JsonNode details(Call call) {
    ObjectNode details = Blank.CUSTOMER_DETAILS.fresh();
    String customer = call.params().orNull("customer");
    if (customer != null) {
      ObjectNode known = call.work().get(Kind.CUSTOMER, customer, "customer");
      for (String same : List.of("address", "email", "name", "phone")) {
        details.set(same, known.path(same).deepCopy());
      }
      return details;
    }
    String email = call.params().orNull("customer_email");
    return email == null ? Json.object().nullNode() : details.put("email", email);
  }

  private static ObjectNode tree(Params params, String name) {
    return params.in(name).map(given -> given.tree().deepCopy()).orElseGet(Json::object);
  }
}
