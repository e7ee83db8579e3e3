package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.invoices.LineSpec;
import dev.tollgate.stripelocal.invoices.UsageSpan;
import java.util.List;

/**
 * What a change comes to, before anything of it is done.
 *
 * @param items the items afterwards
 * @param prorations credits and debits for what is left of the periods
 * @param ahead what a new cycle bills in full
 * @param removedUsage usage of items that go, billed apart
 * @param closedUsage usage at a former price, billed with the cycle
 */
record Reckoning(
    List<ObjectNode> items,
    List<Prorated> prorations,
    List<LineSpec> ahead,
    List<UsageSpan> removedUsage,
    List<UsageSpan> closedUsage) {
  /** One line of a proration and the item it is of. */
  record Prorated(String item, LineSpec line) {}
}
