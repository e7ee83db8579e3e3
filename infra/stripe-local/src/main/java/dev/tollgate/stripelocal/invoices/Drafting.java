package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.calendar.Period;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    return draft(work, draft, waiting(work, draft));
  }

  /** A draft that leaves the waiting items where they are. */
  ObjectNode draftWithout(Work work, Draft draft) {
    return draft(work, draft, List.of());
  }

  private ObjectNode draft(Work work, Draft draft, List<ObjectNode> waiting) {
    String id = work.newId(Kind.INVOICE.prefix());
    ObjectNode invoice = work.add(Kind.INVOICE, compose(work, id, draft, lines(work, waiting)));
    waiting.forEach(item -> item.put("invoice", id));
    work.emit("invoice.created", invoice);
    return invoice;
  }

  /**
   * The invoice that would be made, with further lines as if they waited for it; nothing is kept.
   */
  ObjectNode foresee(Work work, Draft draft, List<LineSpec> further) {
    List<LineSpec> all = new ArrayList<>(lines(work, waiting(work, draft)));
    all.addAll(further);
    return compose(work, work.newId("upcoming_in_"), draft, all);
  }

  private ObjectNode compose(Work work, String id, Draft draft, List<LineSpec> waiting) {
    ObjectNode invoice = InvoiceShape.empty();
    invoice.put("id", id).put("billing_reason", draft.reason());
    invoice.put("created", work.nowOf(draft.customer()));
    ofCustomer(invoice, draft.customer());
    ofSubscription(invoice, draft);
    Period period = draft.period();
    invoice.put("period_start", period.start()).put("period_end", period.end());
    ArrayNode data = emptyLines(invoice, id);
    UsageSpan.keep(invoice, draft.usage());
    waiting.forEach(line -> data.add(line.json(work.newId("il_"), id)));
    draft.lines().forEach(line -> data.add(line.json(work.newId("il_"), id)));
    measure(work, invoice, draft.customer());
    return invoice;
  }

  /** Puts an item onto a draft that exists. */
  void attach(Work work, ObjectNode invoice, ObjectNode item) {
    String id = invoice.path("id").asText();
    item.put("invoice", id);
    ((ArrayNode) invoice.path("lines").path("data"))
        .add(PendingItems.line(work, item).json(work.newId("il_"), id));
    Totals.sum(invoice, work.get(Kind.CUSTOMER, invoice.path("customer").asText()));
    work.emit("invoice.updated", invoice);
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

  private static List<ObjectNode> waiting(Work work, Draft draft) {
    ObjectNode subscription = draft.subscription();
    String customer = draft.customer().path("id").asText();
    return subscription == null
        ? PendingItems.waiting(work, customer, null, currency(draft.customer()))
        : PendingItems.waiting(
            work,
            customer,
            subscription.path("id").asText(),
            subscription.path("currency").asText());
  }

  private static List<LineSpec> lines(Work work, List<ObjectNode> waiting) {
    return waiting.stream().map(item -> PendingItems.line(work, item)).toList();
  }

  private static String currency(ObjectNode customer) {
    return Objects.requireNonNullElse(Json.text(customer, "currency"), "usd");
  }

  private static void ofCustomer(ObjectNode invoice, ObjectNode customer) {
    invoice.put("customer", customer.path("id").asText());
    OF_CUSTOMER.forEach(
        (name, own) -> {
          if (customer.hasNonNull(own)) {
            invoice.set(name, customer.get(own).deepCopy());
          }
        });
    invoice.put("currency", currency(customer));
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
    boolean taxed = subscription.path("automatic_tax").path("enabled").asBoolean();
    ((ObjectNode) invoice.path("automatic_tax")).put("enabled", taxed);
    long days = Json.number(subscription, "days_until_due", -1);
    if (days >= 0) {
      long created = invoice.path("created").asLong();
      invoice.put("due_date", created + Duration.ofDays(days).toSeconds());
    }
  }
}
