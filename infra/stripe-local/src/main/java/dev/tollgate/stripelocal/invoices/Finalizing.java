package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.net.URI;
import java.util.Objects;

/** Turns a draft into an invoice the customer owes: last usage, number, balance, addresses. */
final class Finalizing {
  static final String JOB = "invoice.finalize";

  private final Drafting drafting;
  private final URI site;

  Finalizing(Drafting drafting, URI site) {
    this.drafting = drafting;
    this.site = site;
  }

  /** It is open afterwards, with what is left to collect in {@code amount_remaining}. */
  void open(Work work, ObjectNode invoice) {
    String id = invoice.path("id").asText();
    ObjectNode customer = work.get(Kind.CUSTOMER, invoice.path("customer").asText());
    work.unschedule(JOB, id);
    drafting.measure(work, invoice, customer);
    applyBalance(work, invoice, customer);
    long now = work.nowOf(invoice);
    invoice.put("number", number(customer)).put("status", "open");
    invoice.putNull("automatically_finalizes_at").put("effective_at", now);
    invoice.put("webhooks_delivered_at", now);
    ((ObjectNode) invoice.path("status_transitions")).put("finalized_at", now);
    URI page = site.resolve("/i/acct_local/" + id);
    invoice.put("hosted_invoice_url", page.toString()).put("invoice_pdf", page + "/pdf");
    work.emit("invoice.updated", invoice);
    work.emit("invoice.finalized", invoice);
  }

  private static void applyBalance(Work work, ObjectNode invoice, ObjectNode customer) {
    Totals.Due due =
        Totals.Due.of(invoice.path("total").asLong(), invoice.path("starting_balance").asLong());
    invoice.put("ending_balance", due.balance());
    boolean moved = customer.path("balance").asLong() != due.balance();
    if (moved) {
      customer.put("balance", due.balance());
    }
    boolean first = !customer.hasNonNull("currency");
    if (first) {
      customer.set("currency", invoice.path("currency"));
    }
    if (moved || first) {
      work.emit("customer.updated", customer);
    }
  }

  private static String number(ObjectNode customer) {
    long sequence = Json.number(customer, "next_invoice_sequence", 1);
    customer.put("next_invoice_sequence", sequence + 1);
    String prefix = Objects.requireNonNullElse(Json.text(customer, "invoice_prefix"), "LCL");
    return "%s-%04d".formatted(prefix, sequence);
  }
}
