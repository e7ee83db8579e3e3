package dev.tollgate.billing;

import dev.tollgate.core.billing.Statements;
import dev.tollgate.lambda.views.Wire;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invoices, newest first. */
@Serdeable(naming = SnakeCaseStrategy.class)
record InvoicesView(List<InvoiceView> items, @Nullable String nextCursor) {

  static InvoicesView of(Statements.Page page) {
    return new InvoicesView(
        page.invoices().stream().map(InvoiceView::of).toList(), page.nextCursor().orElse(null));
  }

  static InvoicesView none() {
    return new InvoicesView(List.of(), null);
  }

  /**
   * One invoice.
   *
   * @param number null while it is a draft
   * @param totalCents in minor units of its currency, like the other two
   * @param hostedUrl where it can be looked at and paid, once it is final
   */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record InvoiceView(
      String id,
      @Nullable String number,
      String status,
      long totalCents,
      long paidCents,
      long dueCents,
      String currency,
      String createdAt,
      String periodStart,
      String periodEnd,
      @Nullable String hostedUrl,
      @Nullable String pdfUrl) {

    static InvoiceView of(Statements.Invoice invoice) {
      return new InvoiceView(
          invoice.id(),
          Wire.text(invoice.number()),
          invoice.status(),
          invoice.total().minor(),
          invoice.paid().minor(),
          invoice.due().minor(),
          invoice.total().currency(),
          invoice.createdAt().toString(),
          invoice.periodStart().toString(),
          invoice.periodEnd().toString(),
          Wire.text(invoice.hostedUrl()),
          Wire.text(invoice.pdfUrl()));
    }
  }
}
