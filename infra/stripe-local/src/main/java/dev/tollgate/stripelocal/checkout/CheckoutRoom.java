package dev.tollgate.stripelocal.checkout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.Call;
import dev.tollgate.stripelocal.wire.Lists;
import dev.tollgate.stripelocal.wire.Metadata;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import dev.tollgate.stripelocal.wire.StripeError;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Operations on Checkout sessions. */
final class CheckoutRoom implements Room {
  private final Opening opening;
  private final Expiring expiring;

  CheckoutRoom(Opening opening, Expiring expiring) {
    this.opening = opening;
    this.expiring = expiring;
  }

  @Override
  public void register(Router router) {
    router.on("POST", "/v1/checkout/sessions", opening::open);
    router.list("/v1/checkout/sessions", Kind.CHECKOUT_SESSION, CheckoutRoom::asked);
    router.on("GET", "/v1/checkout/sessions/{session}", CheckoutRoom::session);
    router.on("POST", "/v1/checkout/sessions/{session}", CheckoutRoom::update);
    router.on("POST", "/v1/checkout/sessions/{session}/expire", this::expire);
    router.on("GET", "/v1/checkout/sessions/{session}/line_items", CheckoutRoom::lineItems);
    router.includable(Kind.CHECKOUT_SESSION, "line_items", CheckoutRoom::included);
    router.job(Expiring.JOB, Kind.CHECKOUT_SESSION, this::expireIfOpen);
  }

  private static Predicate<ObjectNode> asked(Call call) {
    Predicate<ObjectNode> all = _ -> true;
    for (String name : List.of("customer", "payment_intent", "subscription", "status")) {
      Optional<String> value = call.params().text(name);
      if (value.isPresent()) {
        all = all.and(session -> value.get().equals(Json.text(session, name)));
      }
    }
    Optional<String> email = call.params().in("customer_details").flatMap(in -> in.text("email"));
    return email.isEmpty()
        ? all
        : all.and(s -> email.get().equals(Json.text(s.path("customer_details"), "email")));
  }

  private static ObjectNode update(Call call) {
    ObjectNode session = session(call);
    for (String name : List.of("line_items", "shipping_options", "collected_information")) {
      if (call.params().has(name)) {
        throw StripeError.invalid("The stand-in does not change `" + name + "`.", name);
      }
    }
    Metadata.merge(session, call.params());
    return session;
  }

  private ObjectNode expire(Call call) {
    ObjectNode session = session(call);
    if (!Sessions.isOpen(session)) {
      throw StripeError.invalid(
          "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session"
              + " has a status of "
              + Json.text(session, "status")
              + ".",
          null);
    }
    expiring.expire(call.work(), session);
    return session;
  }

  private void expireIfOpen(Work work, ObjectNode session) {
    if (Sessions.isOpen(session)) {
      expiring.expire(work, session);
    }
  }

  private static ObjectNode lineItems(Call call) {
    return Lists.page(call, Sessions.lines(call.work(), session(call)));
  }

  private static ObjectNode included(Work work, ObjectNode session) {
    return Lists.whole(
        "/v1/checkout/sessions/" + Sessions.id(session) + "/line_items",
        Sessions.lines(work, session));
  }

  private static ObjectNode session(Call call) {
    return call.work().get(Kind.CHECKOUT_SESSION, call.path("session"));
  }
}
