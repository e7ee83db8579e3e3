package dev.tollgate.stripelocal.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.payments.CardDetails;
import dev.tollgate.stripelocal.payments.CardErrors;
import dev.tollgate.stripelocal.payments.Finishing;
import dev.tollgate.stripelocal.payments.PaymentMethods;
import dev.tollgate.stripelocal.payments.TestBody;
import dev.tollgate.stripelocal.wire.PageAnswer;
import dev.tollgate.stripelocal.wire.PageRequest;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import dev.tollgate.stripelocal.wire.StripeError;

/** What a buyer does on a session's page, for a test without a browser. */
final class SessionSteps implements Room {
  private final Paying paying;
  private final Expiring expiring;
  private final Finishing finishing;

  SessionSteps(Paying paying, Expiring expiring, Finishing finishing) {
    this.paying = paying;
    this.expiring = expiring;
    this.finishing = finishing;
  }

  @Override
  public void register(Router router) {
    router.page("POST", "/_test/checkout/{session}/pay", this::pay);
  }

  /**
   * Body: {@code card} (a number; left out where none is needed), and if wanted {@code exp_month,
   * exp_year, cvc, email, name}, {@code delayed} for a bank debit, {@code authenticate} (true or
   * false) to answer a 3DS question at once.
   */
  private PageAnswer pay(PageRequest request) {
    Work work = request.work();
    ObjectNode session = work.get(Kind.CHECKOUT_SESSION, request.path("session"));
    expiring.expireIfOver(work, session);
    ObjectNode body = TestBody.of(request);
    if (!Sessions.isOpen(session)) {
      return closed(session);
    }
    Outcome outcome = paying.pay(work, session, buyer(work, body));
    if (outcome instanceof Outcome.ActionRequired(ObjectNode intent) && body.has("authenticate")) {
      Pages.authenticated(finishing, work, intent, body.path("authenticate").asBoolean());
      outcome =
          Sessions.isOpen(session)
              ? new Outcome.Declined(Pages.refusalOf(intent))
              : new Outcome.Completed();
    }
    return switch (outcome) {
      case Outcome.Completed() -> PageAnswer.json(state(session));
      case Outcome.Declined(var refusal) -> throw CardErrors.of(refusal).committing();
      case Outcome.ActionRequired(ObjectNode intent) -> {
        ObjectNode state = state(session);
        state.put("payment_intent", Sessions.id(intent));
        state.set("next_action", intent.path("next_action"));
        yield PageAnswer.json(state);
      }
    };
  }

  private static PageAnswer closed(ObjectNode session) {
    boolean complete = Sessions.is(session, "complete");
    StripeError error =
        StripeError.of(
            complete ? 409 : 410,
            "invalid_request_error",
            "checkout_session_" + Json.text(session, "status"),
            "This Checkout Session is " + Json.text(session, "status") + ".",
            null);
    ObjectNode envelope = Json.object();
    envelope.set("error", error.error());
    return PageAnswer.json(error.status(), envelope);
  }

  private static Buyer buyer(Work work, JsonNode body) {
    String number = Json.text(body, "card");
    CardDetails card = null;
    if (number != null) {
      CardDetails usual = PaymentMethods.details(work, number);
      card =
          new CardDetails(
              number,
              body.path("exp_month").asLong(usual.month()),
              body.path("exp_year").asLong(usual.year()),
              body.path("cvc").asText("123"));
    }
    return new Buyer(
        card,
        body.path("delayed").asBoolean(),
        body.path("email").asText("buyer@example.com"),
        body.path("name").asText("Test Buyer"));
  }

  private static ObjectNode state(ObjectNode session) {
    ObjectNode state = Json.object();
    for (String same :
        new String[] {
          "id",
          "status",
          "payment_status",
          "subscription",
          "customer",
          "payment_intent",
          "setup_intent"
        }) {
      state.set(same, session.path(same));
    }
    return state.put("redirect", Sessions.isOpen(session) ? null : Sessions.successUrl(session));
  }
}
