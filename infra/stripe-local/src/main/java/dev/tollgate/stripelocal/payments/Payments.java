package dev.tollgate.stripelocal.payments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.invoices.Collecting;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects invoices from saved cards: one payment intent per invoice, one charge per attempt. */
public final class Payments implements Collecting {
  /** A buyer who is away may still be asked: the invoice then waits for them. */
  private static final Terms OFF_SESSION = new Terms(true, false, false);

  private final Intents intents;
  private final PaymentMethods methods;

  public Payments(Intents intents, PaymentMethods methods) {
    this.intents = intents;
    this.methods = methods;
  }

  @Override
  public ObjectNode prepare(Work work, ObjectNode invoice) {
    return open(work, invoice);
  }

  @Override
  public Outcome pay(Work work, ObjectNode invoice, ObjectNode method, boolean offSession) {
    ObjectNode intent = open(work, invoice);
    Terms terms = offSession ? OFF_SESSION : Terms.ON_SESSION;
    return switch (intents.confirm(work, intent, method, terms)) {
      case Attempt.Succeeded() -> new Outcome.Paid(intent);
      case Attempt.ActionRequired() -> new Outcome.ActionRequired(intent);
      case Attempt.Declined(Refusal refusal) ->
          new Outcome.Declined(intent, refusal.code(), refusal.declineCode(), refusal.message());
    };
  }

  /** The intent in use if it can still be confirmed, brought to the amount owed; else a new one. */
  private ObjectNode open(Work work, ObjectNode invoice) {
    long owed = invoice.path("amount_remaining").longValue();
    String used = Json.text(invoice, INTENT);
    Optional<ObjectNode> present =
        Optional.ofNullable(used)
            .flatMap(id -> work.find(Kind.PAYMENT_INTENT, id))
            .filter(
                intent ->
                    Intents.CONFIRMABLE.contains(String.valueOf(Json.text(intent, "status"))));
    if (present.isPresent()) {
      present.get().put("amount", owed);
      return present.get();
    }
    ObjectNode more = Json.object().put("setup_future_usage", "off_session");
    more.put("description", description(invoice));
    more.put(INVOICE, invoice.path("id").textValue());
    ObjectNode intent =
        intents.open(
            work, owed, invoice.path("currency").textValue(), Json.text(invoice, "customer"), more);
    invoice.put(INTENT, intent.path("id").textValue());
    return intent;
  }

  private static @Nullable String description(ObjectNode invoice) {
    return switch (String.valueOf(Json.text(invoice, "billing_reason"))) {
      case "subscription_create" -> "Subscription creation";
      case "subscription_cycle", "subscription_update", "subscription_threshold" ->
          "Subscription update";
      default -> Json.text(invoice, "description");
    };
  }

  @Override
  public Optional<ObjectNode> defaultMethod(
      Work work, ObjectNode customer, @Nullable ObjectNode subscription) {
    String own = subscription == null ? null : Json.text(subscription, "default_payment_method");
    String general = Json.text(customer.path("invoice_settings"), "default_payment_method");
    return Optional.ofNullable(own == null ? general : own)
        .flatMap(id -> work.find(Kind.PAYMENT_METHOD, id))
        .filter(method -> method.hasNonNull("customer"));
  }

  @Override
  public ObjectNode methodOf(Work work, ObjectNode customer, String cardNumber) {
    CardDetails details = PaymentMethods.details(work, cardNumber);
    details
        .mistake(PaymentMethods.today(work))
        .ifPresent(
            refusal -> {
              throw CardErrors.of(refusal);
            });
    ObjectNode method = methods.create(work, details);
    methods.attach(work, method, customer.path("id").textValue());
    return method;
  }

  @Override
  public void cancel(Work work, ObjectNode intent) {
    if (Intents.CANCELABLE.contains(String.valueOf(Json.text(intent, "status")))) {
      intents.cancel(work, intent, "void_invoice");
    }
  }
}
