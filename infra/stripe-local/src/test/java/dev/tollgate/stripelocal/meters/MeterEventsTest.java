package dev.tollgate.stripelocal.meters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.billing.Meter;
import com.stripe.model.billing.MeterEventSummary;
import com.stripe.param.billing.AlertCreateParams;
import com.stripe.param.billing.AlertCreateParams.UsageThreshold;
import com.stripe.param.billing.MeterEventAdjustmentCreateParams;
import com.stripe.param.billing.MeterEventSummaryListParams;
import dev.tollgate.stripelocal.subscriptions.Shop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeterEventsTest {
  @Test
  void aRepeatedIdentifierIsRefusedAndCountsOnce() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.stranger();
      Meter meter = shop.meter();
      shop.uses(customer.getId(), 5, "op-1");

      assertThatThrownBy(() -> shop.uses(customer.getId(), 5, "op-1"))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("An event already exists with identifier op-1");

      assertThat(used(shop, meter, customer)).isEqualTo(5);
    }
  }

  @Test
  void summariesAddUpByTheHourAndInOne() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.stranger();
      Meter meter = shop.meter();
      long start = shop.now();
      shop.uses(customer.getId(), 5, "a");
      shop.hours(2);
      shop.uses(customer.getId(), 7, "b");
      shop.uses(customer.getId(), 1, "c");

      List<MeterEventSummary> hours =
          shop.v1()
              .billing()
              .meters()
              .eventSummaries()
              .list(
                  meter.getId(),
                  MeterEventSummaryListParams.builder()
                      .setCustomer(customer.getId())
                      .setStartTime(start)
                      .setEndTime(start + Duration.ofHours(4).toSeconds())
                      .setValueGroupingWindow(MeterEventSummaryListParams.ValueGroupingWindow.HOUR)
                      .build())
              .getData();

      assertThat(hours)
          .extracting(summary -> summary.getAggregatedValue().intValue())
          .containsExactly(8, 5);
      assertThat(used(shop, meter, customer)).isEqualTo(13);
    }
  }

  @Test
  void summariesWantWholeMinutes() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.stranger();
      Meter meter = shop.meter();

      assertThatThrownBy(() -> summary(shop, meter, customer, shop.now() - 1, shop.now()))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("start_time");
    }
  }

  @Test
  void aReportCanBeTakenBack() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.stranger();
      Meter meter = shop.meter();
      shop.uses(customer.getId(), 5, "wrong");
      shop.uses(customer.getId(), 2, "right");

      shop.v1()
          .billing()
          .meterEventAdjustments()
          .create(
              MeterEventAdjustmentCreateParams.builder()
                  .setEventName("operations")
                  .setType(MeterEventAdjustmentCreateParams.Type.CANCEL)
                  .setCancel(
                      MeterEventAdjustmentCreateParams.Cancel.builder()
                          .setIdentifier("wrong")
                          .build())
                  .build());

      assertThat(used(shop, meter, customer)).isEqualTo(2);
    }
  }

  @Test
  void anAlertIsToldOncePerCustomerWhenItsThresholdIsReached() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.stranger();
      Customer other = shop.stranger();
      Meter meter = shop.meter();
      shop.v1()
          .billing()
          .alerts()
          .create(
              AlertCreateParams.builder()
                  .setAlertType(AlertCreateParams.AlertType.USAGE_THRESHOLD)
                  .setTitle("Overage 100")
                  .setUsageThreshold(
                      UsageThreshold.builder()
                          .setGte(100L)
                          .setMeter(meter.getId())
                          .setRecurrence(UsageThreshold.Recurrence.ONE_TIME)
                          .addFilter(
                              UsageThreshold.Filter.builder()
                                  .setType(UsageThreshold.Filter.Type.CUSTOMER)
                                  .setCustomer(customer.getId())
                                  .build())
                          .build())
                  .build());

      shop.uses(customer.getId(), 99, "a");
      shop.uses(other.getId(), 500, "b");
      assertThat(shop.stripe().events("billing.alert.triggered")).isEmpty();
      shop.uses(customer.getId(), 1, "c");
      shop.uses(customer.getId(), 50, "d");

      List<Event> told = shop.stripe().events("billing.alert.triggered");
      assertThat(told).hasSize(1);
      com.stripe.model.billing.AlertTriggered alert =
          (com.stripe.model.billing.AlertTriggered)
              told.getFirst().getDataObjectDeserializer().getObject().orElseThrow();
      assertThat(alert.getCustomer()).isEqualTo(customer.getId());
      assertThat(alert.getValue().intValue()).isEqualTo(100);
    }
  }

  @Test
  void theSecondVersionOfTheOperationCountsAsWell() throws StripeException {
    try (Shop shop = Shop.open()) {
      Customer customer = shop.stranger();
      Meter meter = shop.meter();

      shop.stripe()
          .client()
          .v2()
          .billing()
          .meterEvents()
          .create(
              com.stripe.param.v2.billing.MeterEventCreateParams.builder()
                  .setEventName("operations")
                  .setIdentifier("v2")
                  .setTimestamp(shop.stripe().clock().instant())
                  .putAllPayload(Map.of("stripe_customer_id", customer.getId(), "value", "4"))
                  .build());

      assertThat(used(shop, meter, customer)).isEqualTo(4);
    }
  }

  private static int used(Shop shop, Meter meter, Customer customer) throws StripeException {
    long start = shop.now() - Duration.ofDays(20).toSeconds();
    long end = shop.now() + Duration.ofDays(1).toSeconds();
    return summary(shop, meter, customer, start - start % 60, end - end % 60).intValue();
  }

  private static Number summary(Shop shop, Meter meter, Customer customer, long start, long end)
      throws StripeException {
    return shop.v1()
        .billing()
        .meters()
        .eventSummaries()
        .list(
            meter.getId(),
            MeterEventSummaryListParams.builder()
                .setCustomer(customer.getId())
                .setStartTime(start)
                .setEndTime(end)
                .build())
        .getData()
        .getFirst()
        .getAggregatedValue();
  }
}
