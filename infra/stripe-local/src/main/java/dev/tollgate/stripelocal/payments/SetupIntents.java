package dev.tollgate.stripelocal.payments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Setup intents: saving a card for later charges, with the buyer's authentication where the card
 * wants it.
 */
public final class SetupIntents {
  private final PaymentMethods methods;
  private final URI base;

  SetupIntents(PaymentMethods methods, URI base) {
    this.methods = methods;
    this.base = base;
  }

  /** A new intent; {@code more} are fields beyond the customer. */
  public ObjectNode open(Work work, @Nullable String customer, ObjectNode more) {
    ObjectNode fields = Blank.SETUP_INTENT.fresh();
    fields.put("customer", customer);
    fields.setAll(more);
    if (fields.hasNonNull("payment_method")) {
      fields.put("status", "requires_confirmation");
    }
    ObjectNode intent = work.add(Kind.SETUP_INTENT, fields);
    intent.put("client_secret", intent.path("id").textValue() + "_secret_" + work.newId(""));
    work.emit("setup_intent.created", intent);
    return intent;
  }

  /** One attempt with this card. */
  public Attempt confirm(Work work, ObjectNode intent, ObjectNode method) {
    intent.put("payment_method", method.path("id").textValue());
    intent.putNull("last_setup_error").putNull("next_action");
    if (!PaymentMethods.conduct(method).authenticates(false, false)) {
      return save(work, intent, method);
    }
    intent.put("status", "requires_action");
    intent.set("next_action", NextAction.redirect(base, intent));
    work.emit("setup_intent.requires_action", intent);
    return new Attempt.ActionRequired();
  }

  /** The buyer came back from the bank's page. */
  Attempt authenticated(Work work, ObjectNode intent, boolean success) {
    ObjectNode method = Intents.methodOf(work, intent);
    intent.putNull("next_action");
    if (!success) {
      return refuse(work, intent, method, Refusal.setupFailed());
    }
    method.put(PaymentMethods.SET_UP, true);
    return save(work, intent, method);
  }

  private Attempt save(Work work, ObjectNode intent, ObjectNode method) {
    Optional<Refusal> refusal = PaymentMethods.onSaving(work, method);
    if (refusal.isPresent()) {
      return refuse(work, intent, method, refusal.get());
    }
    String customer = Json.text(intent, "customer");
    if (customer != null) {
      methods.attach(work, method, customer);
    }
    intent.put("status", "succeeded");
    work.emit("setup_intent.succeeded", intent);
    return new Attempt.Succeeded();
  }

  private static Attempt refuse(Work work, ObjectNode intent, ObjectNode method, Refusal refusal) {
    intent.put("status", "requires_payment_method").putNull("payment_method");
    intent.set("last_setup_error", refusal.asError(null, method));
    work.emit("setup_intent.setup_failed", intent);
    return new Attempt.Declined(refusal);
  }

  /** Ends it before a card was saved. */
  public void cancel(Work work, ObjectNode intent, @Nullable String reason) {
    intent.put("status", "canceled").put("cancellation_reason", reason).putNull("next_action");
    work.emit("setup_intent.canceled", intent);
  }
}
