package dev.tollgate.billing;

import dev.tollgate.core.billing.Contracts;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change would cost, all in minor units.
 *
 * @param dueNowCents charged at once
 * @param creditCents left over, lowers later invoices
 * @param nextInvoiceAt null where there will be none
 * @param at hand it in with the change, within the hour, and the amounts stay these
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record PreviewView(
    long dueNowCents,
    long creditCents,
    long nextInvoiceCents,
    @Nullable String nextInvoiceAt,
    String currency,
    String at,
    List<LineView> lines) {

  static PreviewView of(Contracts.Preview preview, Instant at) {
    return new PreviewView(
        preview.dueNow().minor(),
        preview.credit().minor(),
        preview.next().minor(),
        preview.nextAt().toString(),
        preview.dueNow().currency(),
        at.toString(),
        preview.lines().stream().map(LineView::of).toList());
  }

  static PreviewView free(String currency, Instant at) {
    return new PreviewView(0, 0, 0, null, currency, at.toString(), List.of());
  }

  /**
   * What it is made of.
   *
   * @param amountCents negative for a credit
   * @param proration whether it is for a part of a period
   */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record LineView(String description, long amountCents, boolean proration) {
    static LineView of(Contracts.Line line) {
      return new LineView(line.description(), line.amount().minor(), line.proration());
    }
  }
}
