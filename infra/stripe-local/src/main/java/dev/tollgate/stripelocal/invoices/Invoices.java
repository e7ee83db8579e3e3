package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.invoices.Collecting.Outcome;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.settings.Site;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The life of an invoice: draft, open, then paid, void or uncollectible. Amounts are cents. */
public final class Invoices {
  static final String OVERDUE_JOB = "invoice.overdue";

  private final Collecting collecting;
  private final InvoiceWatcher watcher;
  private final Drafting drafting;
  private final Finalizing finalizing;
  private final Retries retries;
  private final Site site;

  public Invoices(Collecting collecting, InvoiceWatcher watcher, Lines lines, Site site) {
    this.collecting = collecting;
    this.watcher = watcher;
    this.site = site;
    this.drafting = new Drafting(lines);
    this.finalizing = new Finalizing(drafting, site.baseUri());
    this.retries = new Retries(site.settings().billing().paymentRetries());
  }

  /** A draft that stays one until somebody finalizes it. */
  public ObjectNode draft(Work work, Draft draft) {
    return drafting.draft(work, draft);
  }

  /** A draft that leaves waiting items where they are. */
  ObjectNode draftWithout(Work work, Draft draft) {
    return drafting.draftWithout(work, draft);
  }

  /** Puts an invoice item onto a draft. */
  void attach(Work work, ObjectNode invoice, ObjectNode item) {
    drafting.attach(work, invoice, item);
  }

  /** One attempt with a card whose number was typed on the invoice's page. */
  Optional<Outcome> collectByCard(Work work, ObjectNode invoice, String number) {
    ObjectNode customer = work.get(Kind.CUSTOMER, invoice.path("customer").asText());
    return collect(work, invoice, collecting.methodOf(work, customer, number), false);
  }

  /** The invoice a draft would become, with further lines on it; nothing is kept. */
  public ObjectNode foresee(Work work, Draft draft, List<LineSpec> further) {
    return drafting.foresee(work, draft, further);
  }

  /** Lets the draft be finalized and collected by itself, an hour from now unless set otherwise. */
  public void finalizeLater(Work work, ObjectNode invoice) {
    long due = work.nowOf(invoice) + site.settings().billing().finalizeAfter().toSeconds();
    invoice.put("automatically_finalizes_at", due);
    work.schedule(due, Finalizing.JOB, Kind.INVOICE, invoice.path("id").asText());
  }

  /** Opens a draft; at nothing to pay it is paid at once. Nothing is collected yet. */
  public void finalize(Work work, ObjectNode invoice) {
    if (TaxLocation.isMissing(work, invoice)) {
      throw TaxLocation.refusal();
    }
    finalizing.open(work, invoice);
    if (remaining(invoice) == 0) {
      becomePaid(work, invoice, null);
    }
  }

  /** Lets the buyer confirm the payment: an intent with a client secret stands ready. */
  public void awaitBuyer(Work work, ObjectNode invoice) {
    if (isOpen(invoice) && Json.text(invoice, Collecting.INTENT) == null) {
      InvoicePayments.of(work, invoice, collecting.prepare(work, invoice));
    }
  }

  /** This invoice is tried once and then left to the buyer. */
  public void onlyOnce(ObjectNode invoice) {
    invoice.put(Retries.ONCE, true);
  }

  /**
   * One attempt to collect an open invoice.
   *
   * @param method null for the default one of the invoice, its subscription or its customer
   * @return empty when there is no method to try
   */
  public Optional<Outcome> collect(
      Work work, ObjectNode invoice, @Nullable ObjectNode method, boolean offSession) {
    ObjectNode with = method == null ? methodFor(work, invoice).orElse(null) : method;
    if (with == null) {
      failed(work, invoice);
      return Optional.empty();
    }
    Outcome outcome = collecting.pay(work, invoice, with, offSession);
    switch (outcome) {
      case Outcome.Paid(ObjectNode intent) -> becomePaid(work, invoice, intent);
      case Outcome.Declined declined -> {
        InvoicePayments.of(work, invoice, declined.intent());
        retries.refused(invoice, with, declined.declineCode());
        failed(work, invoice);
      }
      case Outcome.ActionRequired(ObjectNode intent) -> {
        InvoicePayments.of(work, invoice, intent);
        work.emit("invoice.payment_action_required", invoice);
        failed(work, invoice);
      }
    }
    return Optional.of(outcome);
  }

  /** The method an attempt would use. */
  public Optional<ObjectNode> methodFor(Work work, ObjectNode invoice) {
    String own = Json.text(invoice, "default_payment_method");
    if (own != null) {
      return work.find(Kind.PAYMENT_METHOD, own);
    }
    return work.find(Kind.CUSTOMER, invoice.path("customer").asText())
        .flatMap(
            customer ->
                collecting.defaultMethod(
                    work, customer, Ownership.subscriptionOf(work, invoice).orElse(null)));
  }

  /** An intent of an invoice succeeded elsewhere: the buyer confirmed it, or paid a Checkout. */
  public void settled(Work work, ObjectNode invoice, ObjectNode intent) {
    if (isOpen(invoice)) {
      becomePaid(work, invoice, intent);
    }
  }

  /** An intent of an invoice failed elsewhere. */
  public void declined(Work work, ObjectNode invoice, ObjectNode intent) {
    if (isOpen(invoice)) {
      InvoicePayments.of(work, invoice, intent);
      failed(work, invoice);
    }
  }

  /** Paid without a payment here: by cheque, by agreement. */
  public void markPaid(Work work, ObjectNode invoice) {
    cancelIntents(work, invoice);
    becomePaid(work, invoice, null);
  }

  /** It will not be collected, as if it had never been. */
  public void annul(Work work, ObjectNode invoice) {
    writeOff(work, invoice, "void", "voided_at", "invoice.voided");
  }

  /** It will not be collected, but it is still owed. */
  public void giveUp(Work work, ObjectNode invoice) {
    writeOff(
        work, invoice, "uncollectible", "marked_uncollectible_at", "invoice.marked_uncollectible");
  }

  /**
   * The agenda's finalization: opens and collects, unless the subscription says otherwise by now.
   */
  void finalizeNow(Work work, ObjectNode invoice) {
    boolean gone = work.find(Kind.CUSTOMER, invoice.path("customer").asText()).isEmpty();
    if (gone || !isDraft(invoice)) {
      return;
    }
    if (TaxLocation.isMissing(work, invoice)) {
      TaxLocation.fail(work, invoice);
      return;
    }
    finalize(work, invoice);
    if (isOpen(invoice) && isAutomatic(invoice)) {
      collect(work, invoice, null, true);
    } else if (isOpen(invoice)) {
      send(work, invoice);
    }
  }

  /** Sends an open invoice to the customer, who pays on its page. */
  public void send(Work work, ObjectNode invoice) {
    awaitBuyer(work, invoice);
    work.emit("invoice.sent", invoice);
    long due = Json.number(invoice, "due_date", 0);
    if (due > work.nowOf(invoice)) {
      work.schedule(due, OVERDUE_JOB, Kind.INVOICE, invoice.path("id").asText());
    }
  }

  /** An invoice that was sent and is not paid in time. */
  void overdue(Work work, ObjectNode invoice) {
    if (isOpen(invoice)) {
      work.emit("invoice.overdue", invoice);
      watcher.attemptFailed(work, invoice);
    }
  }

  /** The agenda's retry; a method that was refused for good is not tried, only the time passes. */
  void retry(Work work, ObjectNode invoice) {
    if (!isOpen(invoice)) {
      return;
    }
    Optional<ObjectNode> method = methodFor(work, invoice);
    if (method.filter(with -> retries.worthwhile(invoice, with)).isPresent()) {
      collect(work, invoice, null, true);
    } else if (!retries.plan(work, invoice)) {
      work.emit("invoice.updated", invoice);
      watcher.exhausted(work, invoice);
    }
  }

  private void failed(Work work, ObjectNode invoice) {
    invoice.put("attempted", true).put("attempt_count", invoice.path("attempt_count").asLong() + 1);
    boolean more = retries.plan(work, invoice);
    work.emit("invoice.updated", invoice);
    work.emit("invoice.payment_failed", invoice);
    Ownership.delinquent(work, invoice, true);
    watcher.attemptFailed(work, invoice);
    if (!more) {
      watcher.exhausted(work, invoice);
    }
  }

  private void becomePaid(Work work, ObjectNode invoice, @Nullable ObjectNode intent) {
    long amount = remaining(invoice);
    retries.stop(work, invoice);
    invoice.put("amount_paid", invoice.path("amount_paid").asLong() + amount);
    invoice.put("amount_remaining", 0L).put("auto_advance", false).put("attempted", true);
    invoice.put("status", "paid");
    ((ObjectNode) invoice.path("status_transitions")).put("paid_at", work.nowOf(invoice));
    if (intent != null) {
      invoice.put("attempt_count", invoice.path("attempt_count").asLong() + 1);
      InvoicePayments.paid(work, invoice, intent, amount);
    }
    work.emit("invoice.updated", invoice);
    work.emit("invoice.paid", invoice);
    if (intent != null) {
      work.emit("invoice.payment_succeeded", invoice);
      Ownership.delinquent(work, invoice, false);
    }
    watcher.paid(work, invoice);
  }

  private void writeOff(Work work, ObjectNode invoice, String status, String moment, String event) {
    retries.stop(work, invoice);
    cancelIntents(work, invoice);
    invoice.put("status", status).put("auto_advance", false);
    ((ObjectNode) invoice.path("status_transitions")).put(moment, work.nowOf(invoice));
    work.emit("invoice.updated", invoice);
    work.emit(event, invoice);
    watcher.writtenOff(work, invoice);
  }

  private void cancelIntents(Work work, ObjectNode invoice) {
    InvoicePayments.cancelOpen(work, invoice).forEach(intent -> collecting.cancel(work, intent));
  }

  public static boolean isOpen(ObjectNode invoice) {
    return invoice.path("status").asText().equals("open");
  }

  static boolean isDraft(ObjectNode invoice) {
    return invoice.path("status").asText().equals("draft");
  }

  /** Whether it is charged by itself, rather than sent to the customer. */
  public static boolean isAutomatic(ObjectNode invoice) {
    return invoice.path("collection_method").asText().equals("charge_automatically");
  }

  static long remaining(ObjectNode invoice) {
    return invoice.path("amount_remaining").asLong();
  }
}
