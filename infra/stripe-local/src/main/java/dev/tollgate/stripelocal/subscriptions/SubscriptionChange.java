package dev.tollgate.stripelocal.subscriptions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of what is billed.
 *
 * @param items what is asked for single items; the others stay
 * @param timing whether periods stay as they are
 * @param proration what becomes of the difference within the period
 * @param prorationDate the moment to reckon from, in seconds; null for now
 */
public record SubscriptionChange(
    List<ItemChange> items,
    Timing timing,
    Proration proration,
    @Nullable Long prorationDate,
    PaymentBehavior paymentBehavior,
    boolean offSession) {
  /** What a change does to the periods. */
  public sealed interface Timing {
    /** Periods stay; only an item whose interval changes gets the period its new interval gives. */
    record Keep() implements Timing {}

    /** A new cycle begins now, billed in full at once. */
    record AnchorNow() implements Timing {}

    /** A trial runs until then, in seconds; billing begins afterwards. */
    record TrialUntil(long end) implements Timing {}
  }

  public SubscriptionChange {
    items = List.copyOf(items);
  }

  /**
   * The portal's kind of change: one item, its difference invoiced at once or with the next
   * invoice.
   */
  public static SubscriptionChange of(ItemChange item, Proration proration) {
    return new SubscriptionChange(
        List.of(item), new Timing.Keep(), proration, null, PaymentBehavior.ALLOW_INCOMPLETE, false);
  }
}
