package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.util.Optional;

/** Whose invoices they are: what follows from that for a subscription and for a customer. */
public final class Ownership {
  private Ownership() {}

  /** The subscription an invoice belongs to. */
  public static Optional<ObjectNode> subscriptionOf(Work work, ObjectNode invoice) {
    return Optional.ofNullable(
            Json.text(invoice.path("parent").path("subscription_details"), "subscription"))
        .flatMap(id -> work.find(Kind.SUBSCRIPTION, id));
  }

  /** The id of the newest invoice of a subscription that is no draft any more. */
  public static Optional<String> newestFinalized(Work work, String subscription) {
    return work
        .view(Kind.INVOICE, invoice -> !Invoices.isDraft(invoice) && isOf(invoice, subscription))
        .stream()
        .findFirst()
        .map(invoice -> invoice.path("id").asText());
  }

  private static boolean isOf(ObjectNode invoice, String subscription) {
    return subscription.equals(
        Json.text(invoice.path("parent").path("subscription_details"), "subscription"));
  }

  /**
   * What is open or drafted for a subscription that has ended is not collected by itself any more.
   */
  public static void stopCollecting(Work work, String subscription) {
    work.all(
            Kind.INVOICE,
            invoice ->
                (Invoices.isOpen(invoice) || Invoices.isDraft(invoice))
                    && isOf(invoice, subscription))
        .forEach(
            invoice -> {
              invoice.put("auto_advance", false).putNull("next_payment_attempt");
              invoice.putNull("automatically_finalizes_at");
              work.unschedule(Retries.JOB, invoice.path("id").asText());
              work.unschedule(Finalizing.JOB, invoice.path("id").asText());
              work.emit("invoice.updated", invoice);
            });
  }

  /** Whether the customer has failed to pay, as the customer object says. */
  static void delinquent(Work work, ObjectNode invoice, boolean late) {
    work.find(Kind.CUSTOMER, invoice.path("customer").asText())
        .filter(customer -> customer.path("delinquent").asBoolean() != late)
        .ifPresent(
            customer -> {
              customer.put("delinquent", late);
              work.emit("customer.updated", customer);
            });
  }
}
