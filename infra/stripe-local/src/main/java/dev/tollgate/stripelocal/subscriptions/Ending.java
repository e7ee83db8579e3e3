package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.calendar.Period;
import dev.tollgate.stripelocal.invoices.Draft;
import dev.tollgate.stripelocal.invoices.Invoices;
import dev.tollgate.stripelocal.invoices.Lines;
import dev.tollgate.stripelocal.invoices.PendingItems;
import dev.tollgate.stripelocal.invoices.ProrationLines;
import dev.tollgate.stripelocal.invoices.UsageSpan;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.StripeError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans the end of a subscription, takes it back, or brings it about. */
final class Ending {
  private final Invoices invoices;
  private final Lines lines;
  private final Ended ended;

  Ending(Invoices invoices, Lines lines, Ended ended) {
    this.invoices = invoices;
    this.lines = lines;
    this.ended = ended;
  }

  /** It ends when what is paid for is used up. */
  void atPeriodEnd(Work work, ObjectNode subscription) {
    subscription.put("cancel_at_period_end", true);
    planned(work, subscription, Items.lastPeriodEnd(subscription));
  }

  /** It ends at a moment; {@code cancel_at_period_end} stays false, as the portal leaves it. */
  void at(Work work, ObjectNode subscription, CancelAt when) {
    long moment = when.of(subscription);
    if (moment <= work.nowOf(subscription)) {
      throw StripeError.invalid("`cancel_at` must be in the future.", "cancel_at");
    }
    subscription.put("cancel_at_period_end", false);
    planned(work, subscription, moment);
  }

  private static void planned(Work work, ObjectNode subscription, long moment) {
    subscription.put("cancel_at", moment);
    subscription.put("canceled_at", work.nowOf(subscription));
    ((ObjectNode) subscription.path("cancellation_details"))
        .put("reason", "cancellation_requested");
  }

  /** It goes on. */
  void undo(ObjectNode subscription) {
    subscription.put("cancel_at_period_end", false).putNull("cancel_at").putNull("canceled_at");
    subscription
        .putObject("cancellation_details")
        .putNull("comment")
        .putNull("feedback")
        .putNull("reason");
  }

  /**
   * It ends now.
   *
   * @param invoiceNow whether usage and waiting items are invoiced; otherwise they are forgotten
   * @param prorate whether what is left of the period is credited
   */
  void now(Work work, ObjectNode subscription, boolean invoiceNow, boolean prorate) {
    boolean incomplete = subscription.path("status").asText().equals("incomplete");
    Optional<ObjectNode> customer =
        work.find(Kind.CUSTOMER, subscription.path("customer").asText());
    if (prorate && customer.isPresent()) {
      credit(work, subscription, customer.get());
    }
    if (!invoiceNow && !prorate) {
      PendingItems.drop(work, subscription.path("id").asText());
    }
    long now = work.nowOf(subscription);
    List<UsageSpan> spans = spans(subscription, now);
    ended.now(work, subscription, "cancellation_requested");
    if (incomplete) {
      annulFirst(work, subscription);
    } else if (invoiceNow && customer.isPresent()) {
      last(work, subscription, customer.get(), spans, now, "subscription_update")
          .ifPresent(invoice -> collect(work, invoice));
    }
  }

  /** Credits what is left of each licensed item's period; the credit waits for an invoice. */
  private static void credit(Work work, ObjectNode subscription, ObjectNode customer) {
    long now = work.nowOf(subscription);
    for (ObjectNode item : Items.of(subscription)) {
      long unused = Items.isMetered(item) ? 0 : Debit.of(item).unusedAt(now);
      if (unused != 0) {
        Period rest = Period.currentOf(item).from(now);
        PendingItems.add(
            work,
            customer,
            ProrationLines.unused(work, subscription, item, unused, rest),
            new PendingItems.Origin(
                subscription.path("id").asText(), item.path("id").asText(), true));
      }
    }
  }

  /** The moment planned has come: what was used is invoiced, like with a renewal. */
  void due(Work work, ObjectNode subscription) {
    if (Ended.isEnded(subscription)) {
      return;
    }
    long now = work.nowOf(subscription);
    Optional<ObjectNode> customer =
        work.find(Kind.CUSTOMER, subscription.path("customer").asText());
    List<UsageSpan> spans = spans(subscription, now);
    ended.now(work, subscription, "cancellation_requested");
    customer
        .flatMap(owner -> last(work, subscription, owner, spans, now, "subscription_cycle"))
        .ifPresent(invoice -> invoices.finalizeLater(work, invoice));
  }

  private void annulFirst(Work work, ObjectNode subscription) {
    work.find(Kind.INVOICE, subscription.path("latest_invoice").asText())
        .filter(Invoices::isOpen)
        .ifPresent(invoice -> invoices.annul(work, invoice));
  }

  private void collect(Work work, ObjectNode invoice) {
    invoices.finalize(work, invoice);
    if (Invoices.isOpen(invoice)) {
      invoices.collect(work, invoice, null, true);
    }
  }

  /** The last invoice: usage not yet billed and what waits; none when there is neither. */
  private Optional<ObjectNode> last(
      Work work,
      ObjectNode subscription,
      ObjectNode customer,
      List<UsageSpan> spans,
      long now,
      String reason) {
    String id = subscription.path("id").asText();
    boolean waiting =
        !PendingItems.waiting(
                work, customer.path("id").asText(), id, subscription.path("currency").asText())
            .isEmpty();
    boolean used = spans.stream().anyMatch(span -> lines.used(work, customer, span) > 0);
    if (!waiting && !used) {
      return Optional.empty();
    }
    Period period = new Period(Math.min(now, start(subscription)), now);
    ObjectNode invoice =
        invoices.draft(
            work, new Draft(customer, subscription, reason, period, List.of(), spans, null));
    subscription.put("latest_invoice", invoice.path("id").asText());
    return Optional.of(invoice);
  }

  /** What the metered items and former prices have to bill up to now; a trial's usage is free. */
  private static List<UsageSpan> spans(ObjectNode subscription, long now) {
    List<UsageSpan> spans = new ArrayList<>(UsageSpan.of(subscription));
    boolean billed = subscription.path("trial_end").asLong(0) < now;
    Items.of(subscription).stream()
        .filter(item -> billed && Items.isMetered(item))
        .map(item -> Items.usageUntil(subscription, item, now))
        .filter(span -> span.period().seconds() > 0)
        .forEach(spans::add);
    return spans;
  }

  private static long start(ObjectNode subscription) {
    return Items.of(subscription).stream()
        .mapToLong(item -> Period.currentOf(item).start())
        .min()
        .orElseThrow();
  }
}
