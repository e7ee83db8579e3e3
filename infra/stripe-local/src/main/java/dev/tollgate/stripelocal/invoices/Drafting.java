package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.calendar.Period;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.util.Map;
import java.util.Objects;

/** Puts invoices together; they stay drafts. */
final class Drafting {
  /** Internal mark of a line that is measured again at finalization. */
  private static final String MEASURED = "_measured";

  private static final Map<String, String> OF_CUSTOMER =
      Map.of(
          "customer_address", "address",
          "customer_email", "email",
          "customer_name", "name",
          "customer_phone", "phone",
          "customer_shipping", "shipping",
          "customer_tax_exempt", "tax_exempt",
          "test_clock", "test_clock");

  private final Lines lines;

  Drafting(Lines lines) {
    this.lines = lines;
  }

  /** A draft with its lines and the waiting items of its subscription, announced. */
  ObjectNode draft(Work work, Draft draft) {
    String id = work.newId(Kind.INVOICE.prefix());
    ObjectNode invoice = InvoiceShape.empty();
    invoice.put("id", id).put("billing_reason", draft.reason());
    invoice.put("created", work.nowOf(draft.customer()));
    ofCustomer(invoice, draft.customer());
    ofSubscription(invoice, draft);
    Period period = draft.period();
    invoice.put("period_start", period.start()).put("period_end", period.end());
    ArrayNode data = emptyLines(invoice, id);
    UsageSpan.keep(invoice, draft.usage());
    takeWaiting(work, draft, invoice, data);
    draft.lines().forEach(line -> data.add(line.json(work.newId("il_"), id)));
    measure(work, invoice, draft.customer());
    ObjectNode added = work.add(Kind.INVOICE, invoice);
    work.emit("invoice.created", added);
    return added;
  }

  /** Reads the meters once more: usage reported while the invoice was a draft is still on it. */
  void measure(Work work, ObjectNode invoice, JsonNode customer) {
    ArrayNode data = (ArrayNode) invoice.path("lines").path("data");
    for (int i = data.size() - 1; i >= 0; i--) {
      if (data.get(i).has(MEASURED)) {
        data.remove(i);
      }
    }
    JsonNode metadata = invoice.path("parent").path("subscription_details").path("metadata");
    for (UsageSpan span : UsageSpan.of(invoice)) {
      for (LineSpec line : lines.usage(work, customer, span, metadata)) {
        data.add(line.json(work.newId("il_"), invoice.path("id").asText()).put(MEASURED, true));
      }
    }
    Totals.sum(invoice, customer);
  }

  private static ArrayNode emptyLines(ObjectNode invoice, String id) {
    ObjectNode list = invoice.putObject("lines").put("object", "list");
    ArrayNode data = list.putArray("data");
    list.put("has_more", false).put("url", "/v1/invoices/" + id + "/lines");
    return data;
  }

  private static void takeWaiting(Work work, Draft draft, ObjectNode invoice, ArrayNode data) {
    ObjectNode subscription = draft.subscription();
    String of = subscription == null ? null : subscription.path("id").asText();
    String customer = draft.customer().path("id").asText();
    String id = invoice.path("id").asText();
    for (ObjectNode item :
        PendingItems.waiting(work, customer, of, invoice.path("currency").asText())) {
      data.add(PendingItems.line(work, item).json(work.newId("il_"), id));
      item.put("invoice", id);
    }
  }

  private static void ofCustomer(ObjectNode invoice, ObjectNode customer) {
    invoice.put("customer", customer.path("id").asText());
    OF_CUSTOMER.forEach(
        (name, own) -> {
          if (customer.hasNonNull(own)) {
            invoice.set(name, customer.get(own).deepCopy());
          }
        });
    invoice.put("currency", Objects.requireNonNullElse(Json.text(customer, "currency"), "usd"));
  }

  private static void ofSubscription(ObjectNode invoice, Draft draft) {
    ObjectNode subscription = draft.subscription();
    if (subscription == null) {
      return;
    }
    ObjectNode parent = Json.object().putNull("quote_details");
    ObjectNode details = parent.putObject("subscription_details");
    details.set("metadata", subscription.path("metadata").deepCopy());
    details.put("subscription", subscription.path("id").asText());
    details.put("subscription_proration_date", draft.prorationDate());
    invoice.set("parent", parent.put("type", "subscription_details"));
    invoice.set("currency", subscription.path("currency"));
    invoice.set("collection_method", subscription.path("collection_method"));
    invoice.set("description", subscription.path("description"));
  }
}
