package dev.tollgate.stripelocal.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.payments.Attempt;
import dev.tollgate.stripelocal.payments.CardDetails;
import dev.tollgate.stripelocal.payments.IntentWatcher;
import dev.tollgate.stripelocal.payments.PaymentMethods;
import dev.tollgate.stripelocal.payments.PaymentRooms;
import dev.tollgate.stripelocal.payments.Refusal;
import dev.tollgate.stripelocal.payments.SetupIntents;
import dev.tollgate.stripelocal.portal.Answer.Done;
import dev.tollgate.stripelocal.portal.Answer.Refused;
import dev.tollgate.stripelocal.subscriptions.Subscriptions;
import java.util.Optional;

/**
 * What a customer does with cards. A new card becomes the one that pays, also for subscriptions
 * that named another.
 */
final class CardActions implements IntentWatcher {
  /** Internal field of a setup intent: the portal session where its card was written. */
  private static final String PORTAL = "_portal_session";

  private final PaymentMethods methods;
  private final SetupIntents setups;
  private final Subscriptions subscriptions;

  CardActions(PaymentRooms payments, Subscriptions subscriptions) {
    this.methods = payments.methods();
    this.setups = payments.setups();
    this.subscriptions = subscriptions;
  }

  Answer add(Work work, Access access, CardDetails details) {
    if (!access.allows("payment_method_update")) {
      return forbidden();
    }
    Optional<Refusal> mistake = details.mistake(PaymentMethods.today(work));
    if (mistake.isPresent()) {
      return new Refused(402, mistake.get().message());
    }
    ObjectNode method = methods.create(work, details);
    ObjectNode fields = Json.object().put(PORTAL, access.session().path("id").textValue());
    fields.put(PaymentRooms.RETURN_URL, access.session().path("url").textValue());
    ObjectNode intent = setups.open(work, access.customerId(), fields);
    return switch (setups.confirm(work, intent, method)) {
      case Attempt.Succeeded() -> {
        use(work, access, method);
        yield new Done("The new card is saved and pays from now on.");
      }
      case Attempt.ActionRequired() -> new Answer.ActionRequired(intent);
      case Attempt.Declined(Refusal refusal) -> new Refused(402, refusal.message());
    };
  }

  /** Lets a saved card pay from now on. */
  Answer choose(Work work, Access access, String id) {
    if (!access.allows("payment_method_update")) {
      return forbidden();
    }
    Optional<ObjectNode> method = own(work, access, id);
    method.ifPresent(card -> use(work, access, card));
    return method.isPresent() ? new Done("This card pays from now on.") : unknown();
  }

  /** Takes a card away, unless it pays for something. */
  Answer remove(Work work, Access access, String id) {
    if (!access.allows("payment_method_update")) {
      return forbidden();
    }
    Optional<ObjectNode> method = own(work, access, id);
    if (method.isEmpty()) {
      return unknown();
    }
    if (isInUse(work, access, id)) {
      return new Refused(409, "This card pays for a subscription. Choose another one first.");
    }
    methods.detach(work, method.get());
    return new Done("The card is removed.");
  }

  static boolean isInUse(Work work, Access access, String id) {
    boolean general = isDefault(access.customer(), id);
    return access.subscriptions(work).stream()
        .anyMatch(
            subscription -> {
              String own = Json.text(subscription, "default_payment_method");
              return own == null ? general : own.equals(id);
            });
  }

  static boolean isDefault(ObjectNode customer, String id) {
    return id.equals(Json.text(customer.path("invoice_settings"), "default_payment_method"));
  }

  private void use(Work work, Access access, ObjectNode method) {
    methods.makeDefault(work, access.customer(), method);
    for (ObjectNode subscription : access.subscriptions(work)) {
      if (subscription.hasNonNull("default_payment_method")) {
        subscription.put("default_payment_method", method.path("id").textValue());
        subscriptions.told(work, subscription);
      }
    }
  }

  private static Optional<ObjectNode> own(Work work, Access access, String id) {
    return work.find(Kind.PAYMENT_METHOD, id)
        .filter(method -> access.customerId().equals(Json.text(method, "customer")));
  }

  private static Answer forbidden() {
    return new Refused(403, "Cards can not be changed here.");
  }

  private static Answer unknown() {
    return new Refused(400, "There is no such card.");
  }

  @Override
  public void succeeded(Work work, ObjectNode intent) {
    String session = Json.text(intent, PORTAL);
    if (session != null) {
      Access.of(work, session)
          .ifPresent(
              access -> {
                access
                    .session()
                    .put(PortalPages.NOTICE, "The new card is saved and pays from now on.");
                use(
                    work,
                    access,
                    work.get(Kind.PAYMENT_METHOD, intent.path("payment_method").asText()));
              });
    }
  }

  @Override
  public void failed(Work work, ObjectNode intent) {
    String session = Json.text(intent, PORTAL);
    if (session != null) {
      Access.of(work, session)
          .ifPresent(
              access ->
                  access
                      .session()
                      .put(
                          PortalPages.ERROR,
                          Json.text(intent.path("last_setup_error"), "message")));
    }
  }
}
