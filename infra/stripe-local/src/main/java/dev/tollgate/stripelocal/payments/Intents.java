package dev.tollgate.stripelocal.payments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Payment intents through their states, with charges and events. Whether a step is allowed in the
 * present state is for the caller to ask first ({@link #CONFIRMABLE}, {@link #CANCELABLE}).
 */
public final class Intents {
  static final Set<String> CONFIRMABLE =
      Set.of("requires_payment_method", "requires_confirmation", "requires_action");
  static final Set<String> CANCELABLE =
      Set.of(
          "requires_payment_method",
          "requires_confirmation",
          "requires_action",
          "requires_capture");

  /** Agenda: nobody captured what was reserved. */
  static final String EXPIRE = "payment_intent.authorization_expires";

  /** Agenda: a bank debit arrives or comes back. */
  static final String SETTLE = "payment_intent.settles";

  /**
   * How long the stand-in's bank debit takes; real ones take days, which would outlive an
   * incomplete subscription.
   */
  private static final long SETTLING_SECONDS = 3600;

  private final Charges charges;
  private final PaymentMethods methods;
  private final Disputes disputes;
  private final URI base;

  /**
   * @param base where the hosted pages are
   */
  Intents(Charges charges, PaymentMethods methods, Disputes disputes, URI base) {
    this.charges = charges;
    this.methods = methods;
    this.disputes = disputes;
    this.base = base;
  }

  /** A new intent over an amount in the currency's minor units. */
  public ObjectNode open(
      Work work, long amount, String currency, @Nullable String customer, ObjectNode more) {
    ObjectNode fields = Blank.PAYMENT_INTENT.fresh();
    fields.put("amount", amount).put("currency", currency).put("customer", customer);
    fields.setAll(more);
    if (fields.hasNonNull("payment_method")) {
      fields.put("status", "requires_confirmation");
    }
    ObjectNode intent = work.add(Kind.PAYMENT_INTENT, fields);
    intent.put("client_secret", id(intent) + "_secret_" + work.newId(""));
    work.emit("payment_intent.created", intent);
    return intent;
  }

  /** One attempt with this card. */
  public Attempt confirm(Work work, ObjectNode intent, ObjectNode method, Terms terms) {
    intent.put("payment_method", id(method));
    intent.putNull("last_payment_error").putNull("next_action");
    boolean setUp = method.path(PaymentMethods.SET_UP).booleanValue();
    if (terms.delayed()) {
      return process(work, intent, method);
    }
    if (!PaymentMethods.conduct(method).authenticates(terms.offSession(), setUp)) {
      return charge(work, intent, method);
    }
    if (terms.refuseAction()) {
      return decline(work, intent, method, Refusal.unauthenticated());
    }
    intent.put("status", "requires_action");
    intent.set("next_action", NextAction.redirect(base, intent));
    work.emit("payment_intent.requires_action", intent);
    return new Attempt.ActionRequired();
  }

  /** The buyer came back from the bank's page. */
  public Attempt authenticated(Work work, ObjectNode intent, boolean success) {
    ObjectNode method = methodOf(work, intent);
    intent.putNull("next_action");
    if (!success) {
      return decline(work, intent, method, Refusal.authenticationFailed());
    }
    if (intent.hasNonNull("setup_future_usage") || method.hasNonNull("customer")) {
      method.put(PaymentMethods.SET_UP, true);
    }
    return charge(work, intent, method);
  }

  private Attempt charge(Work work, ObjectNode intent, ObjectNode method) {
    Optional<Refusal> refusal = PaymentMethods.onCharge(work, method);
    if (refusal.isPresent()) {
      return decline(work, intent, method, refusal.get());
    }
    keepForLater(work, intent, method);
    if ("manual".equals(Json.text(intent, "capture_method"))) {
      reserve(work, intent, charges.authorize(work, intent, method));
    } else {
      succeed(work, intent, charges.take(work, intent, method));
    }
    return new Attempt.Succeeded();
  }

  private static void reserve(Work work, ObjectNode intent, ObjectNode charge) {
    long amount = intent.path("amount").longValue();
    intent.put("status", "requires_capture").put("amount_capturable", amount);
    intent.put("latest_charge", id(charge));
    long before = charge.at("/payment_method_details/card/capture_before").longValue();
    work.schedule(before, EXPIRE, Kind.PAYMENT_INTENT, id(intent));
    work.emit("payment_intent.amount_capturable_updated", intent);
  }

  private void succeed(Work work, ObjectNode intent, ObjectNode charge) {
    intent.put("status", "succeeded").put("amount_capturable", 0).put("latest_charge", id(charge));
    intent.put("amount_received", charge.path("amount_captured").longValue());
    work.emit("payment_intent.succeeded", intent);
    conductOf(charge).disputeReason().ifPresent(reason -> disputes.open(work, charge, reason));
  }

  private Attempt decline(Work work, ObjectNode intent, ObjectNode method, Refusal refusal) {
    ObjectNode charge = charges.refused(work, intent, method, refusal);
    refuse(work, intent, method, charge, refusal);
    return new Attempt.Declined(refusal);
  }

  private static void refuse(
      Work work, ObjectNode intent, ObjectNode method, ObjectNode charge, Refusal refusal) {
    intent.put("status", "requires_payment_method").put("latest_charge", id(charge));
    intent.putNull("payment_method");
    intent.set("last_payment_error", refusal.asError(id(charge), method));
    work.emit("payment_intent.payment_failed", intent);
  }

  private Attempt process(Work work, ObjectNode intent, ObjectNode method) {
    keepForLater(work, intent, method);
    ObjectNode charge = charges.pend(work, intent, method);
    intent.put("status", "processing").put("latest_charge", id(charge));
    work.schedule(work.nowOf(intent) + SETTLING_SECONDS, SETTLE, Kind.PAYMENT_INTENT, id(intent));
    work.emit("payment_intent.processing", intent);
    return new Attempt.Succeeded();
  }

  /** A bank debit that was {@code processing} arrives, or comes back as the card's number says. */
  Attempt settle(Work work, ObjectNode intent, boolean arrives) {
    work.unschedule(SETTLE, id(intent));
    ObjectNode charge = work.get(Kind.CHARGE, intent.path("latest_charge").textValue());
    ObjectNode method = methodOf(work, intent);
    Optional<Refusal> refusal = PaymentMethods.onCharge(work, method);
    if (arrives && refusal.isEmpty()) {
      charges.arrive(work, charge);
      succeed(work, intent, charge);
      return new Attempt.Succeeded();
    }
    Refusal why =
        refusal.orElse(Refusal.declined("insufficient_funds", "The debit was returned unpaid."));
    charges.fail(work, charge, why);
    refuse(work, intent, method, charge, why);
    return new Attempt.Declined(why);
  }

  /** Takes {@code amount} of what is reserved; the rest lapses. */
  void capture(Work work, ObjectNode intent, long amount) {
    work.unschedule(EXPIRE, id(intent));
    ObjectNode charge = work.get(Kind.CHARGE, intent.path("latest_charge").textValue());
    charges.capture(work, charge, amount);
    succeed(work, intent, charge);
  }

  /** Ends it; what was reserved is released. */
  public void cancel(Work work, ObjectNode intent, @Nullable String reason) {
    if ("requires_capture".equals(Json.text(intent, "status"))) {
      charges.release(work, work.get(Kind.CHARGE, intent.path("latest_charge").textValue()));
    }
    end(work, intent, reason);
  }

  /** The job {@link #EXPIRE}. */
  void expire(Work work, ObjectNode intent) {
    charges.expire(work, work.get(Kind.CHARGE, intent.path("latest_charge").textValue()));
    end(work, intent, "automatic");
  }

  private static void end(Work work, ObjectNode intent, @Nullable String reason) {
    work.unschedule(EXPIRE, id(intent));
    intent.put("status", "canceled").put("amount_capturable", 0).putNull("next_action");
    intent.put("canceled_at", work.nowOf(intent)).put("cancellation_reason", reason);
    work.emit("payment_intent.canceled", intent);
  }

  private void keepForLater(Work work, ObjectNode intent, ObjectNode method) {
    String customer = Json.text(intent, "customer");
    if (customer != null
        && intent.hasNonNull("setup_future_usage")
        && PaymentMethods.isFree(method)) {
      methods.attach(work, method, customer);
    }
  }

  static ObjectNode methodOf(Work work, ObjectNode intent) {
    return work.get(Kind.PAYMENT_METHOD, intent.path("payment_method").textValue());
  }

  private static Conduct conductOf(ObjectNode charge) {
    return PaymentMethods.conduct(charge);
  }

  private static String id(ObjectNode object) {
    return object.path("id").textValue();
  }
}
