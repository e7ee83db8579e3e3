package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.invoices.Draft;
import dev.tollgate.stripelocal.invoices.Invoices;
import dev.tollgate.stripelocal.invoices.LineSpec;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be done with subscriptions; each call tells its events and plans what falls due. */
public final class Subscriptions {
  private final Invoices invoices;
  private final Starting starting;
  private final Changing changing;
  private final Renewing renewing;
  private final Ending ending;
  private final Planning planning;

  Subscriptions(
      Invoices invoices,
      Starting starting,
      Changing changing,
      Renewing renewing,
      Ending ending,
      Planning planning) {
    this.invoices = invoices;
    this.starting = starting;
    this.changing = changing;
    this.renewing = renewing;
    this.ending = ending;
    this.planning = planning;
  }

  /** Begins one and collects its first invoice as the payment behavior asks. */
  public ObjectNode create(Work work, NewSubscription spec) {
    return starting.start(work, spec);
  }

  /** Changes what is billed. */
  public void update(Work work, ObjectNode subscription, SubscriptionChange change) {
    changing.change(work, subscription, change);
    told(work, subscription);
  }

  /** Announces what was changed of it, and plans anew. */
  public void told(Work work, ObjectNode subscription) {
    work.emit("customer.subscription.updated", subscription);
    planning.plan(work, subscription);
  }

  /** Ends it now; see the API's {@code invoice_now} and {@code prorate}. */
  public void cancelNow(Work work, ObjectNode subscription, boolean invoiceNow, boolean prorate) {
    ending.now(work, subscription, invoiceNow, prorate);
  }

  /**
   * Lets it end at a moment, as the portal does ({@code cancel_at_period_end} stays false); null
   * takes it back.
   */
  public void setCancelAt(Work work, ObjectNode subscription, @Nullable CancelAt when) {
    if (when == null) {
      ending.undo(subscription);
    } else {
      ending.at(work, subscription, when);
    }
    told(work, subscription);
  }

  /** Lets it end with what is paid for, or go on. */
  public void setCancelAtPeriodEnd(Work work, ObjectNode subscription, boolean end) {
    if (end) {
      ending.atPeriodEnd(work, subscription);
    } else {
      ending.undo(subscription);
    }
    told(work, subscription);
  }

  /** All of a customer's end, at once and without a last invoice: the customer is deleted. */
  public void endAllOf(Work work, ObjectNode customer) {
    Ended.notEnded(work, customer.path("id").asText())
        .forEach(subscription -> ending.now(work, subscription, false, false));
  }

  /** The first invoice of a subscription that does not exist; nothing is kept. */
  public ObjectNode foresee(Work work, NewSubscription spec) {
    return starting.foresee(work, spec);
  }

  /** The invoice that would come next, after the change if one is given; nothing is kept. */
  public ObjectNode foresee(
      Work work, ObjectNode subscription, @Nullable SubscriptionChange change) {
    ObjectNode copy = subscription.deepCopy();
    List<LineSpec> further = new ArrayList<>();
    Optional<Draft> draft = Optional.empty();
    if (change != null) {
      Changing.Outcome outcome = changing.reckon(work, copy, change);
      outcome.waiting().forEach(waiting -> further.add(waiting.line()));
      draft = outcome.atOnce();
    }
    return invoices.foresee(work, draft.orElseGet(() -> renewing.renew(work, copy)), further);
  }

  /** A week before the end of a period the next invoice is announced, as far as it is known. */
  void announce(Work work, ObjectNode subscription) {
    Planning.periodAnnounced(subscription);
    work.emit("invoice.upcoming", foresee(work, subscription, null));
  }

  /** A first payment did not come in time. */
  void expire(Work work, ObjectNode subscription) {
    work.find(Kind.INVOICE, String.valueOf(Json.text(subscription, "latest_invoice")))
        .filter(Invoices::isOpen)
        .ifPresent(invoice -> invoices.annul(work, invoice));
  }

  /** The payment of a pending change did not come in time. */
  void dropPendingUpdate(Work work, ObjectNode subscription) {
    if (PendingUpdate.isWaiting(subscription)) {
      String invoice = PendingUpdate.drop(work, subscription);
      work.find(Kind.INVOICE, invoice)
          .filter(Invoices::isOpen)
          .ifPresent(bill -> invoices.annul(work, bill));
    }
  }
}
