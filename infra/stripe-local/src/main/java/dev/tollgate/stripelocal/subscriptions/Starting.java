package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.calendar.BillingCycle;
import dev.tollgate.stripelocal.calendar.Period;
import dev.tollgate.stripelocal.invoices.Draft;
import dev.tollgate.stripelocal.invoices.Invoices;
import dev.tollgate.stripelocal.invoices.LineSpec;
import dev.tollgate.stripelocal.invoices.Lines;
import dev.tollgate.stripelocal.invoices.Money;
import dev.tollgate.stripelocal.invoices.Pricing;
import dev.tollgate.stripelocal.invoices.ProrationLines;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.StripeError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Begins a subscription: its items, its trial, its first invoice. */
final class Starting {
  private final Invoices invoices;
  private final Lines lines;
  private final Charging charging;
  private final Ending ending;
  private final Planning planning;

  Starting(Invoices invoices, Lines lines, Charging charging, Ending ending, Planning planning) {
    this.invoices = invoices;
    this.lines = lines;
    this.charging = charging;
    this.ending = ending;
    this.planning = planning;
  }

  ObjectNode start(Work work, NewSubscription spec) {
    ObjectNode customer = work.get(Kind.CUSTOMER, spec.customer(), "customer");
    Composed composed = compose(work, spec, customer);
    ObjectNode subscription = work.add(Kind.SUBSCRIPTION, composed.subscription());
    if (composed.lines().isEmpty()) {
      withoutInvoice(subscription);
    } else {
      invoice(work, spec, subscription, first(customer, subscription, composed.lines()));
    }
    cancellation(work, spec, subscription);
    subscription.remove(Standing.STARTING);
    work.emit("customer.subscription.created", subscription);
    planning.plan(work, subscription);
    return subscription;
  }

  /** The first invoice that a new subscription would have; nothing is kept. */
  ObjectNode foresee(Work work, NewSubscription spec) {
    ObjectNode customer = work.get(Kind.CUSTOMER, spec.customer(), "customer");
    Composed composed = compose(work, spec, customer);
    return invoices.foresee(
        work, first(customer, composed.subscription(), composed.lines()), List.of());
  }

  /** A subscription before it is kept, and what its first invoice bills. */
  private record Composed(ObjectNode subscription, List<LineSpec> lines) {}

  private Composed compose(Work work, NewSubscription spec, ObjectNode customer) {
    if (spec.items().isEmpty()) {
      throw StripeError.invalid("parameter_missing", "Missing required param: items.", "items");
    }
    ObjectNode subscription = fields(work, spec, customer);
    List<LineSpec> first = new ArrayList<>();
    Items.replace(
        subscription,
        spec.items().stream().map(wanted -> item(work, subscription, wanted, first)).toList());
    return new Composed(subscription, first);
  }

  private static Draft first(ObjectNode customer, ObjectNode subscription, List<LineSpec> lines) {
    Period at = Period.at(subscription.path("created").asLong());
    return new Draft(customer, subscription, "subscription_create", at, lines, List.of(), null);
  }

  private static ObjectNode fields(Work work, NewSubscription spec, ObjectNode customer) {
    long now = work.nowOf(customer);
    ObjectNode fields = SubscriptionShape.empty();
    fields.put("id", work.newId(Kind.SUBSCRIPTION.prefix())).put(Standing.STARTING, true);
    fields.setAll(spec.fields());
    fields.put("created", now).put("start_date", now).put("customer", spec.customer());
    fields.set("test_clock", customer.path("test_clock"));
    ((ObjectNode) fields.path("billing_mode")).put("updated_at", now);
    ObjectNode metadata = fields.putObject("metadata");
    spec.metadata().forEach(metadata::put);
    String method = spec.defaultPaymentMethod();
    if (method != null) {
      Methods.check(work, spec.customer(), method);
      fields.put("default_payment_method", method);
    }
    String missing = spec.missingPaymentMethod();
    if (missing != null) {
      fields.withObject("/trial_settings/end_behavior").put("missing_payment_method", missing);
    }
    String price = Objects.requireNonNull(spec.items().getFirst().price());
    fields.set("currency", work.get(Kind.PRICE, price, "items[0][price]").path("currency"));
    anchor(fields, spec, now);
    return fields;
  }

  /** The trial's end, or the day that was asked for, or now. */
  private static void anchor(ObjectNode fields, NewSubscription spec, long now) {
    Long end = spec.trialEnd();
    Long days = spec.trialPeriodDays();
    if (end == null && days != null && days > 0) {
      end = now + Duration.ofDays(days).toSeconds();
    }
    if (end != null) {
      if (end <= now) {
        throw StripeError.invalid(
            "Invalid timestamp: must be an integer Unix timestamp in the future.", "trial_end");
      }
      fields.put("trial_start", now).put("trial_end", end).put("status", "trialing");
      fields.put("billing_cycle_anchor", end);
    } else {
      Long anchor = spec.billingCycleAnchor();
      fields.put("billing_cycle_anchor", anchor == null ? now : anchor);
    }
  }

  private ObjectNode item(
      Work work, ObjectNode subscription, ItemChange wanted, List<LineSpec> first) {
    String id = Objects.requireNonNull(wanted.price());
    Pricing price = new Pricing(work.get(Kind.PRICE, id, "items[0][price]"));
    Allowed.check(price, subscription.path("currency").asText());
    Allowed.checkQuantity(price, wanted.quantity());
    Map<String, String> metadata = wanted.metadata() == null ? Map.of() : wanted.metadata();
    ObjectNode item = Items.make(work, subscription, price, wanted.quantity(), metadata);
    long now = subscription.path("created").asLong();
    long anchor = subscription.path("billing_cycle_anchor").asLong();
    Period whole = new BillingCycle(anchor, price.interval()).around(now);
    Period period = anchor > now ? new Period(now, anchor) : whole;
    Items.period(item, period);
    if (!price.isMetered()) {
      first.addAll(lines(work, subscription, item, price, whole));
    }
    return item;
  }

  private List<LineSpec> lines(
      Work work, ObjectNode subscription, ObjectNode item, Pricing price, Period whole) {
    Period period = Period.currentOf(item);
    if (subscription.path("status").asText().equals("trialing")) {
      new Debit(0, period).keep(item);
      return List.of(lines.trial(work, subscription, item, period));
    }
    long full = price.amount(Items.quantity(item));
    if (period.seconds() < whole.seconds()) {
      long part = Money.share(full, period.seconds(), whole.seconds());
      new Debit(part, period).keep(item);
      return List.of(ProrationLines.remaining(work, subscription, item, part, period));
    }
    new Debit(full, period).keep(item);
    return lines.ahead(work, subscription, item, period);
  }

  private static void withoutInvoice(ObjectNode subscription) {
    if (!subscription.path("status").asText().equals("trialing")) {
      subscription.put("status", "active");
    }
  }

  private void invoice(Work work, NewSubscription spec, ObjectNode subscription, Draft draft) {
    ObjectNode invoice = invoices.draft(work, draft);
    invoices.onlyOnce(invoice);
    subscription.put("latest_invoice", invoice.path("id").asText());
    ObjectNode paidBy = spec.alreadyPaid();
    if (paidBy == null) {
      charging.charge(work, invoice, spec.paymentBehavior(), spec.offSession());
    } else {
      invoices.finalize(work, invoice);
      invoices.settled(work, invoice, paidBy);
    }
    if (Invoices.isOpen(invoice) && !Invoices.isAutomatic(invoice)) {
      subscription.put("status", "active");
    }
  }

  private void cancellation(Work work, NewSubscription spec, ObjectNode subscription) {
    CancelAt at = spec.cancelAt();
    if (at != null) {
      ending.at(work, subscription, at);
    } else if (subscription.path("cancel_at_period_end").asBoolean()) {
      ending.atPeriodEnd(work, subscription);
    }
  }
}
