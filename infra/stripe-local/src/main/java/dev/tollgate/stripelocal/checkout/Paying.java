package dev.tollgate.stripelocal.checkout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.payments.Attempt;
import dev.tollgate.stripelocal.payments.CardDetails;
import dev.tollgate.stripelocal.payments.IntentWatcher;
import dev.tollgate.stripelocal.payments.Intents;
import dev.tollgate.stripelocal.payments.PaymentMethods;
import dev.tollgate.stripelocal.payments.PaymentRooms;
import dev.tollgate.stripelocal.payments.Refusal;
import dev.tollgate.stripelocal.payments.SetupIntents;
import dev.tollgate.stripelocal.payments.Terms;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A buyer's attempt to complete an open session: the card is charged, or set up where nothing is
 * due now; what is bought comes after that ({@link Completing}).
 */
final class Paying implements IntentWatcher {
  private final PaymentMethods methods;
  private final Intents intents;
  private final SetupIntents setups;
  private final Completing completing;
  private final URI base;

  Paying(PaymentRooms payments, Completing completing, URI base) {
    this.methods = payments.methods();
    this.intents = payments.intents();
    this.setups = payments.setups();
    this.completing = completing;
    this.base = base;
  }

  /** For a session that is open. */
  Outcome pay(Work work, ObjectNode session, Buyer buyer) {
    session.remove(Sessions.ERROR);
    if (buyer.card() == null) {
      return withoutCard(work, session, buyer);
    }
    CardDetails card = buyer.card();
    Optional<Refusal> mistake = card.mistake(PaymentMethods.today(work));
    if (mistake.isPresent()) {
      return declined(session, mistake.get());
    }
    String customer = Buyers.customer(work, session, buyer);
    ObjectNode method = methods.create(work, card);
    Buyers.describe(method, session, buyer);
    if (buyer.delayed() && Sessions.total(session) > 0) {
      return delayed(work, session, customer, method);
    }
    Attempt attempt =
        Sessions.total(session) > 0
            ? intents.confirm(work, intent(work, session, customer), method, Terms.ON_SESSION)
            : setups.confirm(work, setup(work, session, customer), method);
    return switch (attempt) {
      case Attempt.Succeeded() -> {
        completing.complete(work, session, current(work, session));
        yield new Outcome.Completed();
      }
      case Attempt.ActionRequired() -> new Outcome.ActionRequired(current(work, session));
      case Attempt.Declined(Refusal refusal) -> declined(session, refusal);
    };
  }

  private Outcome withoutCard(Work work, ObjectNode session, Buyer buyer) {
    if (Sessions.needsCard(session)) {
      return declined(session, Refusal.missing());
    }
    Buyers.customer(work, session, buyer);
    completing.complete(work, session, null);
    return new Outcome.Completed();
  }

  private static Outcome declined(ObjectNode session, Refusal refusal) {
    session.put(Sessions.ERROR, refusal.message());
    return new Outcome.Declined(refusal);
  }

  /**
   * A bank debit is under way when the session completes, and {@link #succeeded} or {@link #failed}
   * later.
   */
  private Outcome delayed(
      Work work, ObjectNode session, @Nullable String customer, ObjectNode method) {
    if (Sessions.hasMode(session, "subscription")) {
      completing.completeUnpaid(work, session, method);
    } else {
      intents.confirm(work, intent(work, session, customer), method, Terms.DELAYED);
      completing.complete(work, session, current(work, session));
    }
    return new Outcome.Completed();
  }

  private ObjectNode intent(Work work, ObjectNode session, @Nullable String customer) {
    Optional<ObjectNode> tried = tried(work, session, Kind.PAYMENT_INTENT);
    if (tried.isPresent()) {
      return tried.get();
    }
    ObjectNode data = (ObjectNode) session.path(Sessions.INTENT_DATA);
    ObjectNode more = Json.object().put(Sessions.SESSION, Sessions.id(session));
    more.put(PaymentRooms.RETURN_URL, base + "/pay/" + Sessions.id(session));
    for (String name :
        new String[] {
          "capture_method",
          "description",
          "metadata",
          "receipt_email",
          "setup_future_usage",
          "shipping",
          "statement_descriptor",
          "statement_descriptor_suffix",
          "transfer_group"
        }) {
      if (data.hasNonNull(name)) {
        more.set(name, data.path(name).deepCopy());
      }
    }
    if (Sessions.hasMode(session, "subscription")) {
      more.put("setup_future_usage", "off_session").put("description", "Subscription creation");
    }
    String currency = session.path("currency").textValue();
    ObjectNode intent = intents.open(work, Sessions.total(session), currency, customer, more);
    session.put(Sessions.INTENT, Sessions.id(intent));
    return intent;
  }

  private ObjectNode setup(Work work, ObjectNode session, @Nullable String customer) {
    Optional<ObjectNode> tried = tried(work, session, Kind.SETUP_INTENT);
    if (tried.isPresent()) {
      tried.get().put("customer", customer);
      return tried.get();
    }
    ObjectNode more = Json.object().put(Sessions.SESSION, Sessions.id(session));
    more.put(PaymentRooms.RETURN_URL, base + "/pay/" + Sessions.id(session));
    ObjectNode intent = setups.open(work, customer, more);
    session.put(Sessions.INTENT, Sessions.id(intent));
    return intent;
  }

  private static Optional<ObjectNode> tried(Work work, ObjectNode session, Kind kind) {
    return Optional.ofNullable(Json.text(session, Sessions.INTENT))
        .filter(id -> Kind.ofId(id).equals(Optional.of(kind)))
        .flatMap(id -> work.find(kind, id));
  }

  private static ObjectNode current(Work work, ObjectNode session) {
    String id = session.path(Sessions.INTENT).textValue();
    return work.get(Kind.ofId(id).orElseThrow(), id);
  }

  @Override
  public void succeeded(Work work, ObjectNode intent) {
    sessionOf(work, intent)
        .ifPresent(
            session -> {
              if (Sessions.isOpen(session)) {
                completing.complete(work, session, intent);
              } else {
                completing.arrived(work, session);
              }
            });
  }

  @Override
  public void failed(Work work, ObjectNode intent) {
    sessionOf(work, intent)
        .ifPresent(
            session -> {
              if (Sessions.isOpen(session)) {
                String field =
                    intent.has("last_setup_error") ? "last_setup_error" : "last_payment_error";
                session.put(Sessions.ERROR, Json.text(intent.path(field), "message"));
              } else {
                completing.cameBack(work, session, intent);
              }
            });
  }

  private static Optional<ObjectNode> sessionOf(Work work, ObjectNode intent) {
    return Optional.ofNullable(Json.text(intent, Sessions.SESSION))
        .flatMap(id -> work.find(Kind.CHECKOUT_SESSION, id));
  }
}
