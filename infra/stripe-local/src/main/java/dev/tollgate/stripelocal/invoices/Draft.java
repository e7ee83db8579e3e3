package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.calendar.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice is made of.
 *
 * @param subscription null for an invoice of the customer alone
 * @param reason {@code billing_reason}
 * @param period the period behind the invoice; empty for one that is not of a cycle
 * @param lines what it bills in advance; waiting invoice items are added by themselves
 * @param usage what it bills in arrears, measured again when it is finalized
 * @param prorationDate the moment its prorations were reckoned from
 */
public record Draft(
    ObjectNode customer,
    @Nullable ObjectNode subscription,
    String reason,
    Period period,
    List<LineSpec> lines,
    List<UsageSpan> usage,
    @Nullable Long prorationDate) {
  public Draft {
    lines = List.copyOf(lines);
    usage = List.copyOf(usage);
  }
}
