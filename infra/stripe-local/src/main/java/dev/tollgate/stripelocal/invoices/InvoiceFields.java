package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.Metadata;
import dev.tollgate.stripelocal.wire.Params;
import java.time.Duration;
import java.util.List;

/** Sets what a request gives of an invoice. */
final class InvoiceFields {
  private static final List<String> TEXTS =
      List.of("collection_method", "default_payment_method", "description", "footer", "number");

  private InvoiceFields() {}

  static void apply(Work work, ObjectNode invoice, Params params) {
    NotOffered.check(params);
    for (String name : TEXTS) {
      if (params.has(name)) {
        invoice.put(name, params.orNull(name));
      }
    }
    Metadata.merge(invoice, params);
    params.flag("auto_advance").ifPresent(advances -> invoice.put("auto_advance", advances));
    params.integer("due_date").ifPresent(due -> invoice.put("due_date", due));
    params
        .integer("days_until_due")
        .ifPresent(
            days ->
                invoice.put("due_date", work.nowOf(invoice) + Duration.ofDays(days).toSeconds()));
  }
}
