package dev.tollgate.stripelocal.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.model.Subscription;
import com.stripe.param.InvoiceCreatePreviewParams;
import com.stripe.param.SubscriptionCancelParams;
import com.stripe.param.SubscriptionListParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.SubscriptionUpdateParams.CancellationDetails;
import com.stripe.param.SubscriptionUpdateParams.PauseCollection;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CancellationTest {
  @Test
  void atPeriodEndItRunsOutWhatIsPaidForAndThenEnds() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made = subscribe(shop);
      shop.days(10);

      Subscription ending =
          shop.v1()
              .subscriptions()
              .update(
                  made.getId(),
                  SubscriptionUpdateParams.builder()
                      .setCancelAtPeriodEnd(true)
                      .setCancellationDetails(
                          CancellationDetails.builder()
                              .setFeedback(CancellationDetails.Feedback.TOO_EXPENSIVE)
                              .build())
                      .build());

      assertThat(ending.getStatus()).isEqualTo("active");
      assertThat(ending.getCancelAtPeriodEnd()).isTrue();
      assertThat(ending.getCancelAt()).isEqualTo(Shop.item(made).getCurrentPeriodEnd());
      assertThat(ending.getCanceledAt()).isEqualTo(shop.now());
      assertThat(ending.getCancellationDetails().getReason()).isEqualTo("cancellation_requested");
      assertThat(ending.getCancellationDetails().getFeedback()).isEqualTo("too_expensive");
      assertThatThrownBy(
              () ->
                  shop.v1()
                      .invoices()
                      .createPreview(
                          InvoiceCreatePreviewParams.builder()
                              .setSubscription(made.getId())
                              .build()))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("No upcoming invoices");
      shop.until("2026-09-01T00:00:00Z");
      Subscription ended = shop.subscription(made.getId());
      assertThat(ended.getStatus()).isEqualTo("canceled");
      assertThat(ended.getEndedAt()).isEqualTo(shop.now());
      assertThat(shop.told()).endsWith("customer.subscription.deleted");
      shop.days(40);
      assertThat(shop.invoices(made.getId())).hasSize(1);
    }
  }

  @Test
  void aPlannedEndCanBeTakenBack() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made = subscribe(shop);
      shop.v1().subscriptions().update(made.getId(), atPeriodEnd(true));

      Subscription back = shop.v1().subscriptions().update(made.getId(), atPeriodEnd(false));

      assertThat(back.getCancelAtPeriodEnd()).isFalse();
      assertThat(back.getCancelAt()).isNull();
      assertThat(back.getCanceledAt()).isNull();
      assertThat(back.getCancellationDetails().getReason()).isNull();
      shop.until("2026-09-01T02:00:00Z");
      assertThat(shop.status(made.getId())).isEqualTo("active");
      assertThat(shop.invoices(made.getId())).hasSize(2);
    }
  }

  @Test
  void anEndNamedByThePeriodLeavesTheFlagAloneAndIsTakenBackByAnEmptyValue()
      throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made = subscribe(shop);

      Subscription ending =
          shop.v1()
              .subscriptions()
              .update(
                  made.getId(),
                  SubscriptionUpdateParams.builder()
                      .setCancelAt(SubscriptionUpdateParams.CancelAt.MIN_PERIOD_END)
                      .build());
      assertThat(ending.getCancelAtPeriodEnd()).isFalse();
      assertThat(ending.getCancelAt())
          .isEqualTo(Instant.parse("2026-09-01T00:00:00Z").getEpochSecond());
      Subscription back =
          shop.v1()
              .subscriptions()
              .update(
                  made.getId(),
                  SubscriptionUpdateParams.builder()
                      .setCancelAt(com.stripe.param.common.EmptyParam.EMPTY)
                      .build());

      assertThat(back.getCancelAt()).isNull();
    }
  }

  @Test
  void atOnceItEndsWithoutAnyInvoice() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made = subscribe(shop);
      shop.days(10);

      Subscription ended = shop.v1().subscriptions().cancel(made.getId());

      assertThat(ended.getStatus()).isEqualTo("canceled");
      assertThat(ended.getEndedAt()).isEqualTo(shop.now());
      shop.days(60);
      assertThat(shop.invoices(made.getId())).hasSize(1);
      assertThat(shop.v1().subscriptions().list().getData()).isEmpty();
      assertThat(
              shop.v1()
                  .subscriptions()
                  .list(
                      SubscriptionListParams.builder()
                          .setStatus(SubscriptionListParams.Status.ENDED)
                          .build())
                  .getData())
          .hasSize(1);
    }
  }

  @Test
  void atOnceWithProrationTheRestIsCredited() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made = subscribe(shop);
      shop.days(10);

      shop.v1()
          .subscriptions()
          .cancel(
              made.getId(),
              SubscriptionCancelParams.builder().setInvoiceNow(true).setProrate(true).build());

      Invoice last = shop.latest(made.getId());
      assertThat(last.getTotal()).isEqualTo(-2100);
      assertThat(shop.v1().customers().retrieve(made.getCustomer()).getBalance()).isEqualTo(-2100);
    }
  }

  @Test
  void anEndedSubscriptionTakesOnlyMetadata() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made = subscribe(shop);
      shop.v1().subscriptions().cancel(made.getId());

      assertThat(
              shop.v1()
                  .subscriptions()
                  .update(
                      made.getId(),
                      SubscriptionUpdateParams.builder().putMetadata("note", "gone").build())
                  .getMetadata())
          .containsEntry("note", "gone");
      assertThatThrownBy(() -> shop.v1().subscriptions().update(made.getId(), atPeriodEnd(false)))
          .isInstanceOf(InvalidRequestException.class);
    }
  }

  @Test
  void aDeletedCustomersSubscriptionsEnd() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made = subscribe(shop);

      shop.v1().customers().delete(made.getCustomer());

      assertThat(shop.status(made.getId())).isEqualTo("canceled");
      assertThat(shop.told()).contains("customer.subscription.deleted", "customer.deleted");
      shop.days(60);
    }
  }

  @Test
  void aPausedCollectionVoidsInvoicesAndLeavesTheStatus() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made = subscribe(shop);

      Subscription paused = pause(shop, made, PauseCollection.Behavior.VOID);
      assertThat(paused.getStatus()).isEqualTo("active");
      shop.until("2026-09-01T02:00:00Z");
      assertThat(shop.latest(made.getId()).getStatus()).isEqualTo("void");
      assertThat(shop.told()).doesNotContain("customer.subscription.paused");
      shop.v1()
          .subscriptions()
          .update(
              made.getId(),
              SubscriptionUpdateParams.builder()
                  .setPauseCollection(com.stripe.param.common.EmptyParam.EMPTY)
                  .build());
      shop.until("2026-10-01T02:00:00Z");

      assertThat(shop.subscription(made.getId()).getPauseCollection()).isNull();
      assertThat(shop.latest(made.getId()).getStatus()).isEqualTo("paid");
    }
  }

  @Test
  void aPausedCollectionKeepsDraftsOrGivesInvoicesUp() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made = subscribe(shop);
      pause(shop, made, PauseCollection.Behavior.KEEP_AS_DRAFT);
      shop.until("2026-09-01T02:00:00Z");
      assertThat(shop.latest(made.getId()).getStatus()).isEqualTo("draft");

      pause(shop, made, PauseCollection.Behavior.MARK_UNCOLLECTIBLE);
      shop.until("2026-10-01T02:00:00Z");

      assertThat(shop.latest(made.getId()).getStatus()).isEqualTo("uncollectible");
      assertThat(shop.status(made.getId())).isEqualTo("active");
    }
  }

  @Test
  void aPausedCollectionResumesByItself() throws StripeException {
    try (Shop shop = Shop.open()) {
      Subscription made = subscribe(shop);
      long resumes = Instant.parse("2026-09-10T00:00:00Z").getEpochSecond();
      shop.v1()
          .subscriptions()
          .update(
              made.getId(),
              SubscriptionUpdateParams.builder()
                  .setPauseCollection(
                      PauseCollection.builder()
                          .setBehavior(PauseCollection.Behavior.VOID)
                          .setResumesAt(resumes)
                          .build())
                  .build());

      shop.until("2026-10-01T02:00:00Z");

      assertThat(shop.invoices(made.getId()))
          .extracting(Invoice::getStatus)
          .containsExactly("paid", "void", "paid");
    }
  }

  private static Subscription pause(Shop shop, Subscription made, PauseCollection.Behavior behavior)
      throws StripeException {
    return shop.v1()
        .subscriptions()
        .update(
            made.getId(),
            SubscriptionUpdateParams.builder()
                .setPauseCollection(PauseCollection.builder().setBehavior(behavior).build())
                .build());
  }

  private static SubscriptionUpdateParams atPeriodEnd(boolean ends) {
    return SubscriptionUpdateParams.builder().setCancelAtPeriodEnd(ends).build();
  }

  private static Subscription subscribe(Shop shop) throws StripeException {
    return shop.subscribe(shop.customer(Shop.GOOD).getId(), shop.monthly("Pro", 3100), 1);
  }
}
