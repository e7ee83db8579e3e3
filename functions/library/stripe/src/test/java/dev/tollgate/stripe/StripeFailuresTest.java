package dev.tollgate.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.billing.Checkouts;
import dev.tollgate.core.billing.Contracts;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.usage.MeterReports;
import dev.tollgate.core.usage.Usage;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StripeFailuresTest {
  private static final String MAKING = "POST /v1/customers";
  private static final EmailAddress ANN = new EmailAddress("ann@example.com");

  private final Canned stripe = new Canned();

  @AfterEach
  void stop() {
    stripe.close();
  }

  @ParameterizedTest
  @CsvSource({
    "500, api_error, ''",
    "503, api_error, ''",
    "429, invalid_request_error, rate_limit",
    "409, invalid_request_error, idempotency_key_in_use",
    "401, invalid_request_error, ''"
  })
  void anAnswerThatSettlesNothingIsUnavailable(int status, String type, String code) {
    stripe.refuse(MAKING, status, type, code);
    assertThatThrownBy(this::make)
        .isInstanceOf(Unavailable.class)
        .hasMessageNotContaining("ann@example.com");
  }

  @Test
  void somethingThatIsNoAnswerOfStripesIsUnavailable() {
    stripe.on(MAKING, 200, "<html>");
    assertThatThrownBy(this::make).isInstanceOf(Unavailable.class);
  }

  @Test
  void nobodyThereIsUnavailable() {
    StripeApi api = stripe.api();
    stripe.close();
    assertThatThrownBy(() -> new StripePortal(api).open("cus_1", URI.create("https://a.example")))
        .isInstanceOf(Unavailable.class);
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_request_error, parameter_unknown",
    "403, invalid_request_error, ''",
    "404, invalid_request_error, resource_missing",
    "400, idempotency_error, ''",
    "402, card_error, card_declined"
  })
  void anAnswerThatNobodyExpectsIsABugAndQuotesNothing(int status, String type, String code) {
    stripe.refuse(MAKING, status, type, code);
    assertThatThrownBy(this::make)
        .isInstanceOf(IllegalStateException.class)
        .hasNoCause()
        .hasMessageNotContaining("ann@example.com");
  }

  @Test
  void aPageThatFailsInTheMiddleOfAListIsUnavailable() {
    stripe.on("GET /v1/customers/cus_1", 200, "{\"id\": \"cus_1\", \"object\": \"customer\"}");
    stripe.on(
        "GET /v1/subscriptions",
        200,
        "{\"object\": \"list\", \"has_more\": true, \"url\": \"/v1/broken\", \"data\": [%s]}"
            .formatted(Fixtures.text("subscription.json")));
    stripe.refuse("GET /v1/broken", 500, "api_error", "");
    assertThatThrownBy(() -> customers().stateOf("cus_1", Set.of()))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void theCallersKeyGoesAlong() {
    stripe.on(MAKING, 200, "{\"id\": \"cus_1\", \"object\": \"customer\"}");
    assertThat(make()).isEqualTo("cus_1");
    assertThat(stripe.keys()).containsExactly("key-1");
  }

  @Test
  void aKeyUsedForAnotherCheckoutIsSaid() {
    stripe.refuse("POST /v1/checkout/sessions", 400, "idempotency_error", "");
    Checkouts.Order order =
        new Checkouts.Order(
            Fixtures.TENANT,
            "cus_1",
            "team",
            List.of(new Checkouts.Line("price_1", OptionalInt.of(1))),
            Optional.empty(),
            URI.create("https://a.example/done"),
            URI.create("https://a.example/canceled"));
    assertThat(new StripeCheckouts(stripe.api()).open(order, "key-1"))
        .isEqualTo(new Checkouts.Outcome.KeyTaken());
  }

  @Test
  void aChangeWithoutACardIsDeclined() {
    stripe.on("GET /v1/subscriptions/sub_1", 200, Fixtures.text("subscription.json"));
    stripe.refuse("POST /v1/subscriptions/sub_1", 400, "invalid_request_error", "resource_missing");
    assertThat(change()).isEqualTo(new Contracts.Outcome.Declined("no_payment_method"));
  }

  @Test
  void aCardThatRefusesIsDeclinedWithItsReason() {
    stripe.on("GET /v1/subscriptions/sub_1", 200, Fixtures.text("subscription.json"));
    stripe.on(
        "POST /v1/subscriptions/sub_1",
        402,
        "{\"error\": {\"type\": \"card_error\", \"code\": \"card_declined\","
            + " \"decline_code\": \"insufficient_funds\"}}");
    assertThat(change()).isEqualTo(new Contracts.Outcome.Declined("insufficient_funds"));
  }

  @Test
  void aChangeTriedBeforeAtAnotherSecondIsTriedUnderAKeyOfItsOwn() {
    stripe.on("GET /v1/subscriptions/sub_1", 200, Fixtures.text("subscription.json"));
    stripe.refuse("POST /v1/subscriptions/sub_1", 400, "idempotency_error", "");
    assertThat(change()).isEqualTo(new Contracts.Outcome.KeyTaken());
    assertThat(stripe.keys()).containsExactly("key-1", "key-1-" + Fixtures.NOW.getEpochSecond());
  }

  @Test
  void aChangeThatIsMadeAlreadyIsNotAskedFor() {
    stripe.on("GET /v1/subscriptions/sub_1", 200, Fixtures.text("subscription.json"));
    Contracts.Change same =
        new Contracts.Change("price_seats", Set.of("price_overage"), 5, Fixtures.NOW);
    assertThat(contracts().change("sub_1", same, "key-1"))
        .isEqualTo(new Contracts.Outcome.Changed());
    assertThat(stripe.keys()).isEmpty();
  }

  @Test
  void usageThatIsRefusedIsSaidSo() {
    stripe.refuse(
        "POST /v1/billing/meter_events", 400, "invalid_request_error", "timestamp_too_far_in_past");
    Usage usage =
        new Usage(Fixtures.TENANT, "op_1", Meter.OPERATIONS, 1, Fixtures.NOW, Optional.empty());
    StripeApi api = stripe.api();
    assertThat(new StripeMeterReports(api, new Meters(api), "pm33").report("cus_1", usage))
        .isInstanceOfSatisfying(
            MeterReports.Outcome.Refused.class,
            refused -> assertThat(refused.reason()).contains("timestamp_too_far_in_past"));
  }

  @Test
  void withoutAnAccountNothingIsAsked() {
    StripeApi none = StripeApi.open(Fixtures.keys("{}"), Optional.of("http://127.0.0.1:1"));
    assertThat(none.isConfigured()).isFalse();
    assertThatThrownBy(() -> new StripePortal(none).open("cus_1", URI.create("https://a.example")))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("no account");
  }

  private String make() {
    return customers().create(Fixtures.TENANT, ANN, "Ann", "key-1");
  }

  private Contracts.Outcome change() {
    return contracts()
        .change(
            "sub_1",
            new Contracts.Change("price_other", Set.of("price_overage"), 6, Fixtures.NOW),
            "key-1");
  }

  private StripeContracts contracts() {
    return new StripeContracts(stripe.api(), plans());
  }

  private StripeCustomers customers() {
    return new StripeCustomers(stripe.api(), new ContractReader(plans()));
  }

  private PlanNames plans() {
    return new PlanNames(stripe.api(), Fixtures.catalogue("team", "price_team"));
  }
}
