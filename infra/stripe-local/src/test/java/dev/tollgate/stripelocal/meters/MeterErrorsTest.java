package dev.tollgate.stripelocal.meters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.billing.Meter;
import com.stripe.param.billing.MeterEventCreateParams;
import com.stripe.param.billing.MeterEventSummaryListParams;
import dev.tollgate.stripelocal.subscriptions.Shop;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Usage that is taken, and then lost with a report. */
class MeterErrorsTest {
  private ThinReports reports;
  private Shop shop;

  @BeforeEach
  void open() throws IOException {
    reports = ThinReports.open();
    shop = Shop.open(reports::destination);
  }

  @AfterEach
  void close() {
    shop.close();
    reports.close();
  }

  @Test
  void usageOfAnUnknownCustomerIsReportedWithItsIdentifier() throws Exception {
    Meter meter = shop.meter();

    shop.uses("cus_nobody", 5, "lost");

    JsonNode report = reports.next(shop);
    assertThat(report.path("type").asText()).isEqualTo("v1.billing.meter.error_report_triggered");
    assertThat(report.path("related_object").path("id").asText()).isEqualTo(meter.getId());
    assertThat(ThinReports.code(report)).isEqualTo("meter_event_customer_not_found");
    JsonNode sample =
        report.path("data").path("reason").path("error_types").path(0).path("sample_errors");
    assertThat(sample.path(0).path("request").path("identifier").asText()).isEqualTo("lost");
  }

  @Test
  void usageTooOldOrAheadOrWithoutANumberIsLost() throws Exception {
    Customer customer = shop.stranger();
    Meter meter = shop.meter();

    report(customer, "1", "old", shop.now() - Duration.ofDays(36).toSeconds());
    assertThat(ThinReports.code(reports.next(shop))).isEqualTo("timestamp_too_far_in_past");
    report(customer, "1", "ahead", shop.now() + Duration.ofMinutes(6).toSeconds());
    assertThat(ThinReports.code(reports.next(shop))).isEqualTo("timestamp_in_future");
    report(customer, "one", "word", shop.now());
    assertThat(ThinReports.code(reports.next(shop))).isEqualTo("meter_event_invalid_value");
    assertThat(used(meter, customer)).isZero();
  }

  @Test
  void usageJustWithinTheWindowCounts() throws Exception {
    Customer customer = shop.stranger();
    Meter meter = shop.meter();

    report(customer, "1", "old", shop.now() - Duration.ofDays(35).toSeconds());
    report(customer, "1", "ahead", shop.now() + Duration.ofMinutes(5).toSeconds());

    assertThat(used(meter, customer)).isEqualTo(2);
  }

  @Test
  void usageOfAnArchivedMeterIsLostUntilItIsTakenUpAgain() throws Exception {
    Customer customer = shop.stranger();
    Meter meter = shop.meter();
    shop.v1().billing().meters().deactivate(meter.getId());

    shop.uses(customer.getId(), 5, "lost");

    assertThat(ThinReports.code(reports.next(shop))).isEqualTo("archived_meter");
    shop.v1().billing().meters().reactivate(meter.getId());
    shop.uses(customer.getId(), 3, "kept");
    assertThat(used(meter, customer)).isEqualTo(3);
  }

  @Test
  void usageOfNoMeterIsReportedByItsOwnType() throws Exception {
    shop.uses(shop.stranger().getId(), 5, "lost");

    JsonNode report = reports.next(shop);
    assertThat(report.path("type").asText()).isEqualTo("v1.billing.meter.no_meter_found");
    assertThat(ThinReports.code(report)).isEqualTo("no_meter");
    assertThat(report.path("related_object").isNull()).as("no object is at fault").isTrue();
  }

  private void report(Customer customer, String value, String identifier, long timestamp)
      throws StripeException {
    shop.v1()
        .billing()
        .meterEvents()
        .create(
            MeterEventCreateParams.builder()
                .setEventName("operations")
                .setIdentifier(identifier)
                .setTimestamp(timestamp)
                .putPayload("stripe_customer_id", customer.getId())
                .putPayload("value", value)
                .build());
  }

  private int used(Meter meter, Customer customer) throws StripeException {
    return shop.v1()
        .billing()
        .meters()
        .eventSummaries()
        .list(
            meter.getId(),
            MeterEventSummaryListParams.builder()
                .setCustomer(customer.getId())
                .setStartTime(shop.now() - Duration.ofDays(40).toSeconds())
                .setEndTime(shop.now() + Duration.ofDays(1).toSeconds())
                .build())
        .getData()
        .getFirst()
        .getAggregatedValue()
        .intValue();
  }
}
