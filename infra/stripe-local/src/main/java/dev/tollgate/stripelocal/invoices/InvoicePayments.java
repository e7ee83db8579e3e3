package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What ties a payment intent to the invoice it pays: open, then paid or canceled. */
final class InvoicePayments {
  /** Internal field of an invoice: the ids of its payments, oldest first. */
  private static final String IDS = "_payments";

  private InvoicePayments() {}

  /** The payment of this intent, made when the intent is first used for the invoice. */
  static ObjectNode of(Work work, ObjectNode invoice, JsonNode intent) {
    String intentId = intent.path("id").asText();
    invoice.put(Collecting.INTENT, intentId);
    String id =
        Kind.INVOICE_PAYMENT.prefix() + intentId.substring(Kind.PAYMENT_INTENT.prefix().length());
    return work.find(Kind.INVOICE_PAYMENT, id).orElseGet(() -> open(work, invoice, intentId, id));
  }

  private static ObjectNode open(Work work, ObjectNode invoice, String intent, String id) {
    ArrayNode ids = invoice.withArray(IDS);
    ObjectNode fields = Json.object().put("id", id).putNull("amount_paid");
    fields.put("amount_requested", invoice.path("amount_remaining").asLong());
    fields.put("created", work.nowOf(invoice));
    fields.set("currency", invoice.path("currency"));
    fields.put("invoice", invoice.path("id").asText()).put("is_default", ids.isEmpty());
    fields.putObject("payment").put("payment_intent", intent).put("type", "payment_intent");
    fields.put("status", "open");
    fields.putObject("status_transitions").putNull("canceled_at").putNull("paid_at");
    ids.add(id);
    return work.add(Kind.INVOICE_PAYMENT, fields);
  }

  /** The money came. */
  static void paid(Work work, ObjectNode invoice, JsonNode intent, long amount) {
    ObjectNode payment = of(work, invoice, intent);
    payment.put("amount_paid", amount).put("status", "paid");
    ((ObjectNode) payment.path("status_transitions")).put("paid_at", work.nowOf(invoice));
    work.emit("invoice_payment.paid", payment);
  }

  /** Nothing more will come by the open ones; answers their intents. */
  static List<ObjectNode> cancelOpen(Work work, ObjectNode invoice) {
    return of(work, invoice).stream()
        .filter(payment -> payment.path("status").asText().equals("open"))
        .map(payment -> canceled(work, invoice, payment))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<ObjectNode> canceled(Work work, ObjectNode invoice, ObjectNode payment) {
    payment.put("status", "canceled");
    ((ObjectNode) payment.path("status_transitions")).put("canceled_at", work.nowOf(invoice));
    return work.find(Kind.PAYMENT_INTENT, payment.path("payment").path("payment_intent").asText());
  }

  /** The payments of an invoice, oldest first. */
  static List<ObjectNode> of(Work work, JsonNode invoice) {
    return StreamSupport.stream(invoice.path(IDS).spliterator(), false)
        .map(id -> work.get(Kind.INVOICE_PAYMENT, id.asText()))
        .toList();
  }
}
