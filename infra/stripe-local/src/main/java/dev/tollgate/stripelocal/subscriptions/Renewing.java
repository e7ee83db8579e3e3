package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.calendar.BillingCycle;
import dev.tollgate.stripelocal.calendar.Period;
import dev.tollgate.stripelocal.invoices.Collecting;
import dev.tollgate.stripelocal.invoices.Draft;
import dev.tollgate.stripelocal.invoices.Invoices;
import dev.tollgate.stripelocal.invoices.LineSpec;
import dev.tollgate.stripelocal.invoices.Lines;
import dev.tollgate.stripelocal.invoices.Pricing;
import dev.tollgate.stripelocal.invoices.UsageSpan;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Moves a subscription into its next period: licensed items ahead, usage behind, one invoice for
 * both.
 */
final class Renewing {
  private final Invoices invoices;
  private final Lines lines;
  private final Collecting collecting;
  private final Ending ending;
  private final Ended ended;
  private final Planning planning;

  Renewing(
      Invoices invoices,
      Lines lines,
      Collecting collecting,
      Ending ending,
      Ended ended,
      Planning planning) {
    this.invoices = invoices;
    this.lines = lines;
    this.collecting = collecting;
    this.ending = ending;
    this.ended = ended;
    this.planning = planning;
  }

  /** A period has ended, and with the first one perhaps a trial. */
  void due(Work work, ObjectNode subscription) {
    long now = work.nowOf(subscription);
    if (Json.number(subscription, "cancel_at", Long.MAX_VALUE) <= now) {
      ending.due(work, subscription);
    } else if (!isTrialing(subscription) || trialOver(work, subscription)) {
      ObjectNode invoice = invoices.draft(work, renew(work, subscription));
      subscription.put("latest_invoice", invoice.path("id").asText());
      handle(work, subscription, invoice);
      work.emit("customer.subscription.updated", subscription);
      planning.plan(work, subscription);
    }
  }

  /** Whether billing begins; otherwise the subscription has ended or rests. */
  private boolean trialOver(Work work, ObjectNode subscription) {
    String missing =
        subscription
            .path("trial_settings")
            .path("end_behavior")
            .path("missing_payment_method")
            .asText();
    ObjectNode customer = work.get(Kind.CUSTOMER, subscription.path("customer").asText());
    if (missing.equals("create_invoice")
        || collecting.defaultMethod(work, customer, subscription).isPresent()) {
      subscription.put("status", "active");
      return true;
    }
    if (missing.equals("cancel")) {
      ended.now(work, subscription, "payment_failed");
    } else {
      subscription.put("status", "paused");
      work.emit("customer.subscription.updated", subscription);
      work.emit("customer.subscription.paused", subscription);
      planning.plan(work, subscription);
    }
    return false;
  }

  /**
   * Advances what is due next and says what its invoice is made of; on a copy, how it is foreseen.
   */
  Draft renew(Work work, ObjectNode subscription) {
    long boundary = Items.firstPeriodEnd(subscription);
    List<LineSpec> ahead = new ArrayList<>();
    List<UsageSpan> usage = new ArrayList<>(UsageSpan.of(subscription));
    long behind = boundary;
    for (ObjectNode item : Items.of(subscription)) {
      Period over = Period.currentOf(item);
      if (over.end() == boundary) {
        behind = Math.min(behind, over.start());
        advance(work, subscription, item, ahead, usage);
      }
    }
    UsageSpan.keep(subscription, List.of());
    ObjectNode customer = work.get(Kind.CUSTOMER, subscription.path("customer").asText());
    Period period = new Period(behind, boundary);
    return new Draft(customer, subscription, "subscription_cycle", period, ahead, usage, null);
  }

  private void advance(
      Work work,
      ObjectNode subscription,
      ObjectNode item,
      List<LineSpec> ahead,
      List<UsageSpan> usage) {
    Period over = Period.currentOf(item);
    Pricing price = Lines.pricing(work, item);
    long anchor = subscription.path("billing_cycle_anchor").asLong();
    Period next = new BillingCycle(anchor, price.interval()).around(over.end());
    // A trial's usage is free.
    boolean wasTrial = subscription.path("trial_end").asLong(0) == over.end();
    if (price.isMetered() && !wasTrial) {
      usage.add(Items.usageUntil(subscription, item, over.end()));
    }
    Items.period(item, next);
    if (!price.isMetered()) {
      List<LineSpec> own = lines.ahead(work, subscription, item, next);
      new Debit(own.stream().mapToLong(LineSpec::amount).sum(), next).keep(item);
      ahead.addAll(own);
    }
  }

  /** A paused collection and an unpaid subscription keep their invoices from the customer. */
  private void handle(Work work, ObjectNode subscription, ObjectNode invoice) {
    Optional<String> pause =
        Optional.ofNullable(Json.text(subscription.path("pause_collection"), "behavior"));
    boolean unpaid = subscription.path("status").asText().equals("unpaid");
    if (unpaid || pause.filter("keep_as_draft"::equals).isPresent()) {
      invoice.put("auto_advance", false);
    } else if (pause.isPresent()) {
      writeOff(work, invoice, pause.get());
    } else {
      invoices.finalizeLater(work, invoice);
    }
  }

  private void writeOff(Work work, ObjectNode invoice, String behavior) {
    invoices.finalize(work, invoice);
    if (!Invoices.isOpen(invoice)) {
      return;
    }
    if (behavior.equals("void")) {
      invoices.annul(work, invoice);
    } else {
      invoices.giveUp(work, invoice);
    }
  }

  static boolean isTrialing(ObjectNode subscription) {
    return subscription.path("status").asText().equals("trialing");
  }
}
