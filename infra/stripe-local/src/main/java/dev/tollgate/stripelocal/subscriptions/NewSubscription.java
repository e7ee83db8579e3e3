package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription is to be.
 *
 * @param trialEnd seconds; null when there is no trial or its days are given
 * @param trialPeriodDays null when there is no trial or its end is given
 * @param billingCycleAnchor null to begin the cycle at the start
 * @param missingPaymentMethod what the end of the trial does then: cancel, create_invoice or pause
 * @param alreadyPaid the intent by which a Checkout has collected the first invoice
 * @param fields further fields of the subscription, set as they are
 */
public record NewSubscription(
    String customer,
    List<ItemChange> items,
    @Nullable Long trialEnd,
    @Nullable Long trialPeriodDays,
    @Nullable Long billingCycleAnchor,
    Map<String, String> metadata,
    @Nullable String defaultPaymentMethod,
    @Nullable CancelAt cancelAt,
    @Nullable String missingPaymentMethod,
    PaymentBehavior paymentBehavior,
    boolean offSession,
    @Nullable ObjectNode alreadyPaid,
    ObjectNode fields) {
  public NewSubscription {
    items = List.copyOf(items);
    metadata = Map.copyOf(metadata);
  }

  /** Items for a customer, charged at once. */
  public static NewSubscription of(String customer, List<ItemChange> items) {
    return new NewSubscription(
        customer,
        items,
        null,
        null,
        null,
        Map.of(),
        null,
        null,
        null,
        PaymentBehavior.ALLOW_INCOMPLETE,
        false,
        null,
        Json.object());
  }

  public NewSubscription withTrial(@Nullable Long end, @Nullable Long days) {
    return new NewSubscription(
        customer,
        items,
        end,
        days,
        billingCycleAnchor,
        metadata,
        defaultPaymentMethod,
        cancelAt,
        missingPaymentMethod,
        paymentBehavior,
        offSession,
        alreadyPaid,
        fields);
  }

  public NewSubscription withMetadata(Map<String, String> more) {
    return new NewSubscription(
        customer,
        items,
        trialEnd,
        trialPeriodDays,
        billingCycleAnchor,
        more,
        defaultPaymentMethod,
        cancelAt,
        missingPaymentMethod,
        paymentBehavior,
        offSession,
        alreadyPaid,
        fields);
  }

  public NewSubscription withDefaultPaymentMethod(@Nullable String method) {
    return new NewSubscription(
        customer,
        items,
        trialEnd,
        trialPeriodDays,
        billingCycleAnchor,
        metadata,
        method,
        cancelAt,
        missingPaymentMethod,
        paymentBehavior,
        offSession,
        alreadyPaid,
        fields);
  }

  public NewSubscription withMissingPaymentMethod(@Nullable String behavior) {
    return new NewSubscription(
        customer,
        items,
        trialEnd,
        trialPeriodDays,
        billingCycleAnchor,
        metadata,
        defaultPaymentMethod,
        cancelAt,
        behavior,
        paymentBehavior,
        offSession,
        alreadyPaid,
        fields);
  }

  /** The first invoice is paid by this intent of a Checkout; null when there was nothing to pay. */
  public NewSubscription paidBy(@Nullable ObjectNode intent) {
    return new NewSubscription(
        customer,
        items,
        trialEnd,
        trialPeriodDays,
        billingCycleAnchor,
        metadata,
        defaultPaymentMethod,
        cancelAt,
        missingPaymentMethod,
        paymentBehavior,
        offSession,
        intent,
        fields);
  }

  /** Further fields, such as {@code description}, set as they are. */
  public NewSubscription withFields(ObjectNode more) {
    return new NewSubscription(
        customer,
        items,
        trialEnd,
        trialPeriodDays,
        billingCycleAnchor,
        metadata,
        defaultPaymentMethod,
        cancelAt,
        missingPaymentMethod,
        paymentBehavior,
        offSession,
        alreadyPaid,
        more);
  }
}
