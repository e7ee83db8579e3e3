package dev.tollgate.stripelocal.payments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Saved cards: made from a form or from Stripe's test ids, attached to a customer and detached
 * again.
 */
public final class PaymentMethods {
  /** Internal field: the {@link Conduct} of the card's number; the number itself is not kept. */
  static final String CONDUCT = "_conduct";

  /** Internal field: the buyer once authenticated for later charges. */
  static final String SET_UP = "_set_up";

  /** Internal field: it was detached and can never be used again. */
  static final String DETACHED = "_detached";

  /** Long enough for journeys through time. */
  private static final long TOKEN_YEARS = 10;

  /** A card that nobody owns yet. The details have no {@link CardDetails#mistake}. */
  public ObjectNode create(Work work, CardDetails details) {
    return work.add(Kind.PAYMENT_METHOD, unsaved(details));
  }

  /**
   * The card that a test id such as {@code pm_card_visa} stands for, made anew; empty for any other
   * id.
   */
  Optional<ObjectNode> ofToken(Work work, String token) {
    return TestCard.ofToken(token).map(card -> create(work, details(work, card.number())));
  }

  /** A test card with details that are right today. */
  public static CardDetails details(Work work, String number) {
    return new CardDetails(number, 12, today(work).getYear() + TOKEN_YEARS, "123");
  }

  /** A method by id, or a new one where the id is a test card's. */
  public ObjectNode resolve(Work work, String id, String param) {
    return ofToken(work, id).orElseGet(() -> work.get(Kind.PAYMENT_METHOD, id, param));
  }

  /** Gives it to the customer; for a method that {@link #isFree}. */
  public void attach(Work work, ObjectNode method, String customer) {
    if (customer.equals(Json.text(method, "customer"))) {
      return;
    }
    method.put("customer", customer);
    work.emit("payment_method.attached", method);
  }

  /** Whether it belongs to nobody and can still be attached. */
  static boolean isFree(ObjectNode method) {
    return !method.hasNonNull("customer") && !method.path(DETACHED).booleanValue();
  }

  /** Takes it from its customer for good, also where it was the default. */
  public void detach(Work work, ObjectNode method) {
    String customer = Objects.requireNonNull(Json.text(method, "customer"));
    String id = method.path("id").textValue();
    method.putNull("customer").put(DETACHED, true);
    work.emit("payment_method.detached", method);
    work.find(Kind.CUSTOMER, customer).ifPresent(owner -> forget(work, owner, id));
    for (ObjectNode subscription :
        work.all(Kind.SUBSCRIPTION, s -> id.equals(Json.text(s, "default_payment_method")))) {
      subscription.putNull("default_payment_method");
      work.emit("customer.subscription.updated", subscription);
    }
  }

  private static void forget(Work work, ObjectNode customer, String method) {
    if (customer.path("invoice_settings") instanceof ObjectNode settings
        && method.equals(Json.text(settings, "default_payment_method"))) {
      settings.putNull("default_payment_method");
      work.emit("customer.updated", customer);
    }
  }

  /** The customer's cards, newest first. */
  public List<ObjectNode> of(Work work, String customer) {
    return work.all(Kind.PAYMENT_METHOD, method -> customer.equals(Json.text(method, "customer")));
  }

  /** Makes it what the customer's invoices are paid with. */
  public void makeDefault(Work work, ObjectNode customer, ObjectNode method) {
    ObjectNode settings =
        customer.path("invoice_settings") instanceof ObjectNode present
            ? present
            : customer.putObject("invoice_settings");
    settings.put("default_payment_method", method.path("id").textValue());
    work.emit("customer.updated", customer);
  }

  /** What the issuer would say to saving it now. */
  public static Optional<Refusal> onSaving(Work work, ObjectNode method) {
    return expired(work, method).or(() -> conduct(method).onSaving());
  }

  /** What the issuer says to a charge now, once authenticated. */
  static Optional<Refusal> onCharge(Work work, ObjectNode method) {
    return expired(work, method).or(() -> conduct(method).onCharge());
  }

  static Conduct conduct(ObjectNode method) {
    String name = Json.text(method, CONDUCT);
    return name == null ? Conduct.PAYS : Conduct.valueOf(name);
  }

  private static Optional<Refusal> expired(Work work, ObjectNode method) {
    YearMonth end =
        YearMonth.of(
            method.path("card").path("exp_year").intValue(),
            method.path("card").path("exp_month").intValue());
    YearMonth today = month(work.nowOf(method));
    return end.isBefore(today) ? Optional.of(Conduct.expired()) : Optional.empty();
  }

  /** The month it is, by which a card's date is judged. */
  public static YearMonth today(Work work) {
    return month(work.now());
  }

  private static YearMonth month(long seconds) {
    return YearMonth.from(Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC));
  }

  private static ObjectNode unsaved(CardDetails details) {
    ObjectNode method = Blank.PAYMENT_METHOD.fresh();
    ObjectNode card = (ObjectNode) method.path("card");
    card.put("brand", details.brand()).put("display_brand", details.brand());
    card.put("exp_month", details.month()).put("exp_year", details.year());
    card.put("funding", details.funding()).put("country", details.country());
    card.put("last4", details.last4()).put("fingerprint", details.fingerprint());
    card.withArray("/networks/available").add(details.brand());
    return method.put(CONDUCT, details.conduct().name());
  }
}
