package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.calendar.Period;
import dev.tollgate.stripelocal.invoices.Draft;
import dev.tollgate.stripelocal.invoices.Invoices;
import dev.tollgate.stripelocal.invoices.LineSpec;
import dev.tollgate.stripelocal.invoices.Lines;
import dev.tollgate.stripelocal.invoices.PendingItems;
import dev.tollgate.stripelocal.invoices.UsageSpan;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.subscriptions.SubscriptionChange.Timing;
import dev.tollgate.stripelocal.wire.StripeError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes what is billed: items, quantities, the anchor, the trial; and invoices the difference.
 */
final class Changing {
  private final Invoices invoices;
  private final Lines lines;
  private final Charging charging;

  Changing(Invoices invoices, Lines lines, Charging charging) {
    this.invoices = invoices;
    this.lines = lines;
    this.charging = charging;
  }

  /** Makes the change and collects its invoice, if it has one. Its event is the caller's. */
  void change(Work work, ObjectNode subscription, SubscriptionChange change) {
    ObjectNode before = subscription.deepCopy();
    Optional<ObjectNode> draft = draft(work, subscription, change);
    if (draft.isEmpty()) {
      return;
    }
    ObjectNode invoice = draft.get();
    boolean pending = change.paymentBehavior() == PaymentBehavior.PENDING_IF_INCOMPLETE;
    if (pending) {
      invoices.onlyOnce(invoice);
      PendingUpdate.expects(subscription, invoice);
    }
    charging.charge(work, invoice, change.paymentBehavior(), change.offSession());
    if (!Invoices.isOpen(invoice)) {
      return;
    }
    if (pending) {
      PendingUpdate.postpone(work, subscription, before);
    } else if (subscription.path("status").asText().equals("active")
        && Invoices.isAutomatic(invoice)) {
      subscription.put("status", "past_due");
    }
  }

  /** Makes the change and drafts the invoice that follows at once, if one does. */
  Optional<ObjectNode> draft(Work work, ObjectNode subscription, SubscriptionChange change) {
    Outcome outcome = reckon(work, subscription, change);
    outcome
        .waiting()
        .forEach(one -> PendingItems.add(work, outcome.customer(), one.line(), one.origin()));
    if (outcome.atOnce().isEmpty()) {
      return Optional.empty();
    }
    Draft draft = outcome.atOnce().get();
    String customer = outcome.customer().path("id").asText();
    boolean waiting =
        !PendingItems.waiting(
                work,
                customer,
                subscription.path("id").asText(),
                subscription.path("currency").asText())
            .isEmpty();
    if (!waiting && draft.lines().isEmpty() && draft.usage().isEmpty()) {
      return Optional.empty();
    }
    ObjectNode invoice = invoices.draft(work, draft);
    subscription.put("latest_invoice", invoice.path("id").asText());
    return Optional.of(invoice);
  }

  /**
   * What a change comes to.
   *
   * @param waiting what waits for the next invoice
   * @param atOnce the invoice that follows at once, if one does; what waits goes onto it
   */
  record Outcome(ObjectNode customer, List<Waiting> waiting, Optional<Draft> atOnce) {}

  /** A line that becomes an invoice item. */
  record Waiting(LineSpec line, PendingItems.Origin origin) {}

  /**
   * Makes the change on the subscription alone, nothing beside it; on a copy, how it is foreseen.
   */
  Outcome reckon(Work work, ObjectNode subscription, SubscriptionChange change) {
    refuseForeignDate(subscription, change);
    Reckoning reckoning = new Reckoner(work, lines, subscription, change).reckon();
    ObjectNode customer = work.get(Kind.CUSTOMER, subscription.path("customer").asText());
    List<Waiting> waiting = removedUsage(work, subscription, customer, reckoning);
    String id = subscription.path("id").asText();
    reckoning
        .prorations()
        .forEach(
            one ->
                waiting.add(
                    new Waiting(one.line(), new PendingItems.Origin(id, one.item(), true))));
    Items.replace(subscription, reckoning.items());
    keepUsage(subscription, reckoning);
    retime(work, subscription, change.timing());
    if (subscription.path("cancel_at_period_end").asBoolean()) {
      subscription.put("cancel_at", Items.lastPeriodEnd(subscription));
    }
    boolean anew = change.timing() instanceof Timing.AnchorNow;
    if (!anew && change.proration() != Proration.ALWAYS_INVOICE) {
      return new Outcome(customer, waiting, Optional.empty());
    }
    List<UsageSpan> usage = anew ? UsageSpan.of(subscription) : List.of();
    if (anew) {
      UsageSpan.keep(subscription, List.of());
    }
    Draft draft =
        new Draft(
            customer,
            subscription,
            "subscription_update",
            Period.at(work.nowOf(subscription)),
            reckoning.ahead(),
            usage,
            change.prorationDate());
    return new Outcome(customer, waiting, Optional.of(draft));
  }

  /** A metered item that goes leaves an invoice item for what was used and not yet billed. */
  private List<Waiting> removedUsage(
      Work work, ObjectNode subscription, ObjectNode customer, Reckoning reckoning) {
    List<Waiting> waiting = new ArrayList<>();
    if (Renewing.isTrialing(subscription)) {
      return waiting;
    }
    String id = subscription.path("id").asText();
    for (UsageSpan span : reckoning.removedUsage()) {
      for (LineSpec line : lines.usage(work, customer, span, subscription.path("metadata"))) {
        if (line.amount() != 0) {
          waiting.add(new Waiting(line, new PendingItems.Origin(id, span.item(), false)));
        }
      }
    }
    return waiting;
  }

  private static void keepUsage(ObjectNode subscription, Reckoning reckoning) {
    if (Renewing.isTrialing(subscription)) {
      return;
    }
    List<UsageSpan> spans = new ArrayList<>(UsageSpan.of(subscription));
    reckoning.closedUsage().stream()
        .filter(span -> span.period().seconds() > 0)
        .forEach(spans::add);
    UsageSpan.keep(subscription, spans);
  }

  private static void retime(Work work, ObjectNode subscription, Timing timing) {
    long now = work.nowOf(subscription);
    switch (timing) {
      case Timing.Keep() -> {
        // The anchor never moves by itself.
      }
      case Timing.AnchorNow() -> {
        subscription.put("billing_cycle_anchor", now);
        if (Renewing.isTrialing(subscription)) {
          subscription.put("status", "active").put("trial_end", now);
        }
      }
      case Timing.TrialUntil(long end) -> {
        subscription.put("billing_cycle_anchor", end).put("trial_end", end);
        if (!Renewing.isTrialing(subscription)) {
          subscription.put("trial_start", now).put("status", "trialing");
        }
      }
    }
  }

  private static void refuseForeignDate(ObjectNode subscription, SubscriptionChange change) {
    Long date = change.prorationDate();
    if (date == null) {
      return;
    }
    long start =
        Items.of(subscription).stream()
            .mapToLong(item -> Period.currentOf(item).start())
            .min()
            .orElseThrow();
    if (date < start || date > Items.lastPeriodEnd(subscription)) {
      throw StripeError.invalid(
          "Cannot specify `proration_date` outside of current subscription period.",
          "subscription_proration_date");
    }
  }
}
