package dev.tollgate.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tollgate.core.billing.Happening;
import dev.tollgate.core.billing.Happenings.Told;
import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.kernel.Money;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StripeHappeningsTest {
  private static final Money DUE = new Money(25596, "USD");
  private static final Optional<URI> PAGE = Optional.of(URI.create("https://pay.example/i/1"));
  private static final Optional<String> CUSTOMER = Optional.of("cus_1");

  private final Canned stripe = new Canned();
  private final StripeHappenings happenings = new StripeHappenings(stripe.api());

  @AfterEach
  void stop() {
    stripe.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"invoice.paid", "invoice.payment_failed", "invoice.payment_action_required"})
  void anInvoiceThatIsPaidByNowIsPaidWhateverTheEventSays(String type) {
    invoice("paid", "succeeded");
    assertThat(tell(type, "in_1"))
        .isEqualTo(
            new Told(
                CUSTOMER,
                List.of(
                    new Happening.InvoicePaid(
                        "in_1", "A-0001", DUE, Instant.ofEpochSecond(1788224500), PAGE))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"invoice.paid", "invoice.payment_failed", "invoice.payment_action_required"})
  void anInvoiceThatIsOpenAfterAnAttemptHasFailed(String type) {
    invoice("open", "requires_payment_method");
    assertThat(tell(type, "in_1").happenings())
        .containsExactly(
            new Happening.InvoiceFailed(
                "in_1", DUE, 2, Optional.of(Instant.ofEpochSecond(1788480000)), PAGE));
  }

  @Test
  void anInvoiceWhosePaymentWaitsForTheBankSaysThat() {
    invoice("open", "requires_action");
    assertThat(tell("invoice.payment_action_required", "in_1").happenings())
        .containsExactly(new Happening.ActionRequired("in_1", DUE, PAGE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"void", "uncollectible", "draft"})
  void anInvoiceThatNobodyWaitsForTellsNothing(String status) {
    invoice(status, "canceled");
    assertThat(tell("invoice.payment_failed", "in_1")).isEqualTo(new Told(CUSTOMER, List.of()));
  }

  @Test
  void anInvoiceThatIsStuckRaisesAnAlarmWithoutNames() {
    JsonObject invoice = Fixtures.json("invoice.json");
    invoice.addProperty("status", "draft");
    invoice.add(
        "last_finalization_error",
        JsonParser.parseString(
            "{\"code\": \"customer_tax_location_invalid\", \"message\": \"ann@example.com\"}"));
    stripe.on("GET /v1/invoices/in_1", 200, invoice.toString());
    assertThat(tell("invoice.finalization_failed", "in_1").happenings())
        .containsExactly(
            new Happening.Alarm(
                "invoice in_1 could not be finalized: customer_tax_location_invalid"));
  }

  @Test
  void anInvoiceToComeIsNotAskedFor() {
    assertThat(tell("invoice.upcoming", "upcoming_in_1").happenings()).isEmpty();
    assertThat(stripe.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invoice.paid",
        "charge.refunded",
        "charge.expired",
        "charge.dispute.created",
        "refund.updated",
        "v1.billing.meter.error_report_triggered"
      })
  void whatIsGoneTellsNothing(String type) {
    assertThat(tell(type, "gone_1")).isEqualTo(new Told(Optional.empty(), List.of()));
  }

  @ParameterizedTest
  @CsvSource({"charge.refunded, ch_1", "refund.updated, re_1", "refund.failed, re_2"})
  void everyRefundThatWentThroughIsTold(String type, String subject) {
    charge();
    stripe.on("GET /v1/refunds/re_1", 200, refund("re_1", "succeeded"));
    stripe.on("GET /v1/refunds/re_2", 200, refund("re_2", "failed"));
    stripe.on(
        "GET /v1/refunds",
        200,
        "{\"object\": \"list\", \"has_more\": false, \"url\": \"/v1/refunds\", \"data\": [%s, %s]}"
            .formatted(refund("re_2", "failed"), refund("re_1", "succeeded")));
    assertThat(tell(type, subject))
        .isEqualTo(
            new Told(
                CUSTOMER,
                List.of(
                    new Happening.Refunded(
                        "re_1", new Money(500, "USD"), Instant.ofEpochSecond(1788225000)))));
  }

  @Test
  void aDisputeIsToldWithItsCustomerWhomTheEventDoesNotName() {
    charge();
    dispute("needs_response");
    assertThat(tell("charge.dispute.created", "du_1"))
        .isEqualTo(new Told(CUSTOMER, List.of(disputed())));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aDecidedDisputeIsToldByItsOwnEventAndAfterItsOpening(boolean won) {
    charge();
    dispute(won ? "won" : "lost");
    assertThat(tell("charge.dispute.closed", "du_1").happenings())
        .containsExactly(
            disputed(),
            new Happening.DisputeClosed("du_1", new Money(4900, "USD"), Fixtures.NOW, won));
    assertThat(tell("charge.dispute.created", "du_1").happenings()).containsExactly(disputed());
  }

  @Test
  void anInquiryMovesNoMoney() {
    charge();
    dispute("warning_closed");
    assertThat(tell("charge.dispute.closed", "du_1").happenings()).isEmpty();
  }

  @Test
  void aPaymentThatMovedIsNamed() {
    assertThat(tell("payment_intent.canceled", "pi_9").happenings())
        .containsExactly(new Happening.PaymentMoved("pi_9"));
    charge();
    stripe.on(
        "GET /v1/refunds",
        200,
        "{\"object\": \"list\", \"has_more\": false, \"url\": \"/v1/refunds\", \"data\": []}");
    assertThat(tell("charge.expired", "ch_1").happenings())
        .containsExactly(new Happening.PaymentMoved("pi_1"));
  }

  @Test
  void lostUsageRaisesAnAlarmOfCodesAndCountsOnly() {
    stripe.on("GET /v2/core/events/evt_1", 200, Fixtures.text("meter_errors.json"));
    assertThat(tell("v1.billing.meter.error_report_triggered", "mtr_1").happenings())
        .containsExactly(
            new Happening.Alarm(
                "usage is being lost: meter_event_customer_not_found x2,"
                    + " timestamp_too_far_in_past x1"));
  }

  @Test
  void allOtherEventsAreAboutTheirCustomerAlone() {
    ProviderEvent event =
        new ProviderEvent(
            "evt_1", "customer.subscription.updated", Fixtures.NOW, "sub_1", CUSTOMER);
    assertThat(happenings.tell(event)).isEqualTo(new Told(CUSTOMER, List.of()));
    assertThat(stripe.calls()).isEmpty();
  }

  private static Happening disputed() {
    return new Happening.Disputed(
        "du_1", new Money(4900, "USD"), Instant.ofEpochSecond(1788226000), "fraudulent");
  }

  private Told tell(String type, String subject) {
    return happenings.tell(Fixtures.event(type, subject));
  }

  private void invoice(String status, String intent) {
    JsonObject invoice = Fixtures.json("invoice.json");
    invoice.addProperty("status", status);
    if (status.equals("paid")) {
      invoice.addProperty("amount_paid", 25596);
      invoice.getAsJsonObject("status_transitions").addProperty("paid_at", 1788224500L);
    }
    stripe.on("GET /v1/invoices/in_1", 200, invoice.toString());
    stripe.on(
        "GET /v1/payment_intents/pi_1",
        200,
        "{\"id\": \"pi_1\", \"object\": \"payment_intent\", \"status\": \"%s\"}".formatted(intent));
  }

  private void charge() {
    stripe.on(
        "GET /v1/charges/ch_1",
        200,
        "{\"id\": \"ch_1\", \"object\": \"charge\", \"customer\": \"cus_1\","
            + " \"payment_intent\": \"pi_1\"}");
  }

  private void dispute(String status) {
    stripe.on(
        "GET /v1/disputes/du_1",
        200,
        "{\"id\": \"du_1\", \"object\": \"dispute\", \"charge\": \"ch_1\", \"amount\": 4900,"
            + " \"currency\": \"usd\", \"created\": 1788226000, \"reason\": \"fraudulent\","
            + " \"status\": \"%s\"}".formatted(status));
  }

  private static String refund(String id, String status) {
    return ("{\"id\": \"%s\", \"object\": \"refund\", \"charge\": \"ch_1\", \"amount\": 500,"
            + " \"currency\": \"usd\", \"created\": 1788225000, \"status\": \"%s\"}")
        .formatted(id, status);
  }
}
