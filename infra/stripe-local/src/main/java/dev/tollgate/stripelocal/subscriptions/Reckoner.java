package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.calendar.BillingCycle;
import dev.tollgate.stripelocal.calendar.Period;
import dev.tollgate.stripelocal.invoices.LineSpec;
import dev.tollgate.stripelocal.invoices.Lines;
import dev.tollgate.stripelocal.invoices.Money;
import dev.tollgate.stripelocal.invoices.Pricing;
import dev.tollgate.stripelocal.invoices.ProrationLines;
import dev.tollgate.stripelocal.invoices.UsageSpan;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.subscriptions.SubscriptionChange.Timing;
import dev.tollgate.stripelocal.wire.StripeError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reckons one change of a subscription. Used once: it gathers as it goes through the items. */
final class Reckoner {
  private final Work work;
  private final Lines lines;
  private final ObjectNode subscription;
  private final SubscriptionChange change;
  private final long moment;
  private final boolean prorates;

  private final List<ObjectNode> items = new ArrayList<>();
  private final List<Reckoning.Prorated> prorations = new ArrayList<>();
  private final List<LineSpec> ahead = new ArrayList<>();
  private final List<UsageSpan> removedUsage = new ArrayList<>();
  private final List<UsageSpan> closedUsage = new ArrayList<>();

  Reckoner(Work work, Lines lines, ObjectNode subscription, SubscriptionChange change) {
    this.work = work;
    this.lines = lines;
    this.subscription = subscription;
    this.change = change;
    Long date = change.prorationDate();
    this.moment = date == null ? work.nowOf(subscription) : date;
    boolean free = subscription.path("status").asText().equals("trialing");
    this.prorates = change.proration() != Proration.NONE && !free;
  }

  /** The result; refuses what cannot be asked of these items. */
  Reckoning reckon() {
    List<String> known = Items.of(subscription).stream().map(i -> i.path("id").asText()).toList();
    for (ItemChange wanted : change.items()) {
      if (wanted.id() != null && !known.contains(wanted.id())) {
        throw StripeError.missing(Kind.SUBSCRIPTION_ITEM, wanted.id(), "items[0][id]");
      }
    }
    Items.of(subscription).forEach(this::existing);
    change.items().stream().filter(wanted -> wanted.id() == null).forEach(this::further);
    if (items.isEmpty()) {
      throw StripeError.invalid(
          "A subscription must have at least one active plan. If you would like to cancel a"
              + " subscription, please use the delete endpoint instead.",
          "items");
    }
    refuseTwice();
    return new Reckoning(items, prorations, ahead, removedUsage, closedUsage);
  }

  private void existing(ObjectNode before) {
    String id = before.path("id").asText();
    Optional<ItemChange> wanted =
        change.items().stream().filter(one -> id.equals(one.id())).findFirst();
    if (wanted.filter(ItemChange::deleted).isPresent()) {
      removed(before, wanted.get().clearUsage());
    } else {
      kept(before, wanted.orElse(ItemChange.of(id, null, null)));
    }
  }

  private void removed(ObjectNode before, boolean clearUsage) {
    if (!Items.isMetered(before)) {
      credit(before);
    } else if (!clearUsage) {
      removedUsage.add(Items.usageUntil(subscription, before, moment));
    }
  }

  private void kept(ObjectNode before, ItemChange wanted) {
    Pricing old = Lines.pricing(work, before);
    Pricing price = wanted.price() == null ? old : price(wanted.price());
    long quantity = wanted.quantity() == null ? Items.quantity(before) : wanted.quantity();
    ObjectNode after = before.deepCopy();
    metadata(after, wanted);
    boolean repriced = !price.id().equals(old.id());
    if (repriced) {
      Items.priced(after, price);
    }
    Items.quantified(after, price, quantity);
    boolean moved = !(change.timing() instanceof Timing.Keep);
    boolean changed = repriced || quantity != Items.quantity(before);
    if (changed || moved) {
      rebilled(before, after, price, repriced && !price.interval().equals(old.interval()));
    }
    items.add(after);
  }

  private void rebilled(ObjectNode before, ObjectNode after, Pricing price, boolean newInterval) {
    if (Items.isMetered(before)) {
      closedUsage.add(Items.usageUntil(subscription, before, moment));
    } else {
      credit(before);
    }
    if (newInterval || !(change.timing() instanceof Timing.Keep)) {
      Items.period(after, periodOf(price));
    }
    debit(after, price);
  }

  private void further(ItemChange wanted) {
    Pricing price = price(Objects.requireNonNull(wanted.price(), "a further item has a price"));
    Map<String, String> metadata = wanted.metadata() == null ? Map.of() : wanted.metadata();
    ObjectNode item = Items.make(work, subscription, price, wanted.quantity(), metadata);
    Items.period(item, periodOf(price));
    debit(item, price);
    items.add(item);
  }

  /** Gives back what is left of the last debit. */
  private void credit(ObjectNode before) {
    long unused = Debit.of(before).unusedAt(moment);
    if (prorates && unused != 0) {
      prorations.add(
          new Reckoning.Prorated(
              before.path("id").asText(),
              ProrationLines.unused(work, subscription, before, unused, rest(before))));
    }
  }

  /**
   * Takes for what is left of the period, or for a new cycle in full, and remembers it for later
   * credits.
   */
  private void debit(ObjectNode item, Pricing price) {
    if (price.isMetered()) {
      Items.usageFrom(item, moment);
      return;
    }
    Period period = Period.currentOf(item);
    long full = price.amount(Items.quantity(item));
    switch (change.timing()) {
      case Timing.AnchorNow() -> {
        ahead.addAll(lines.ahead(work, subscription, item, period));
        new Debit(full, period).keep(item);
      }
      case Timing.TrialUntil _ -> new Debit(0, period).keep(item);
      case Timing.Keep() -> debitRest(item, period, full);
    }
  }

  private void debitRest(ObjectNode item, Period period, long full) {
    Period rest = rest(item);
    long amount = Money.share(full, rest.seconds(), period.seconds());
    if (prorates && amount != 0) {
      prorations.add(
          new Reckoning.Prorated(
              item.path("id").asText(),
              ProrationLines.remaining(work, subscription, item, amount, rest)));
    }
    if (prorates) {
      new Debit(amount, rest).keep(item);
    }
  }

  private Period rest(ObjectNode item) {
    return Period.currentOf(item).from(moment);
  }

  private Period periodOf(Pricing price) {
    return switch (change.timing()) {
      case Timing.AnchorNow() -> new BillingCycle(moment, price.interval()).around(moment);
      case Timing.TrialUntil(long end) -> new Period(moment, end);
      case Timing.Keep() -> runningPeriod(price);
    };
  }

  /** Until the first billing (a trial, an anchor ahead) every item runs towards the anchor. */
  private Period runningPeriod(Pricing price) {
    long anchor = subscription.path("billing_cycle_anchor").asLong();
    return anchor > moment && subscription.path("status").asText().equals("trialing")
        ? new Period(subscription.path("trial_start").asLong(), anchor)
        : new BillingCycle(anchor, price.interval()).around(moment);
  }

  private Pricing price(String id) {
    Pricing price = new Pricing(work.get(Kind.PRICE, id, "items[0][price]"));
    Allowed.check(price, subscription.path("currency").asText());
    return price;
  }

  private static void metadata(ObjectNode item, ItemChange wanted) {
    if (wanted.metadata() == null) {
      return;
    }
    ObjectNode metadata = (ObjectNode) item.path("metadata");
    wanted
        .metadata()
        .forEach(
            (key, value) -> {
              if (value.isEmpty()) {
                metadata.remove(key);
              } else {
                metadata.put(key, value);
              }
            });
  }

  private void refuseTwice() {
    List<String> prices = items.stream().map(i -> i.path("price").path("id").asText()).toList();
    if (prices.stream().distinct().count() < prices.size()) {
      throw StripeError.invalid(
          "Cannot add multiple subscription items with the same plan: "
              + Json.text(items.getLast().path("price"), "id"),
          "items");
    }
  }
}
