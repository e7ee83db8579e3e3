package dev.tollgate.stripelocal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.WebhookEndpoint;
import com.stripe.net.Webhook;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.EventListParams;
import com.stripe.param.WebhookEndpointUpdateParams;
import dev.tollgate.stripelocal.Inbox;
import dev.tollgate.stripelocal.Inbox.Letter;
import dev.tollgate.stripelocal.TestStripe;
import dev.tollgate.stripelocal.ledger.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {
  private static final String CREATED = "customer.created";

  private final TestStripe stripe = TestStripe.start();

  @AfterEach
  void close() {
    stripe.close();
  }

  @Test
  void aDeliveryIsVerifiedByTheClient() throws Exception {
    Inbox inbox = stripe.inbox();
    Customer customer = customer();

    Letter letter = inbox.await(CREATED, 1).getFirst();
    Event event = inbox.verified(letter, stripe.clock());

    assertThat(event.getApiVersion()).isEqualTo(TestStripe.VERSION);
    assertThat(((Customer) event.getDataObjectDeserializer().getObject().orElseThrow()).getId())
        .isEqualTo(customer.getId());
    assertThat(event.getPendingWebhooks()).isEqualTo(1L);
    assertThat(letter.signature()).matches("t=\\d+,v1=[0-9a-f]{64}");
    idle();
    assertThat(stripe.client().v1().events().retrieve(event.getId()).getPendingWebhooks()).isZero();
  }

  @Test
  void anEndpointGetsOnlyWhatItAskedFor() throws Exception {
    Inbox some = stripe.inbox(List.of("customer.deleted"));
    Customer customer = customer();
    stripe.client().v1().customers().delete(customer.getId());

    some.await("customer.deleted", 1);
    idle();
    assertThat(some.letters()).hasSize(1);
  }

  @Test
  void aDisabledEndpointGetsNothing() throws Exception {
    Inbox inbox = stripe.inbox();
    WebhookEndpoint endpoint =
        stripe
            .client()
            .v1()
            .webhookEndpoints()
            .update(
                inbox.endpoint(), WebhookEndpointUpdateParams.builder().setDisabled(true).build());
    customer();
    idle();

    assertThat(endpoint.getStatus()).isEqualTo("disabled");
    assertThat(endpoint.getSecret()).isNull();
    assertThat(inbox.letters()).isEmpty();
  }

  @Test
  void aFailedDeliveryIsTriedAgainOnScheduleWithAFreshTimestamp() throws Exception {
    Inbox inbox = stripe.inbox();
    inbox.failNext(2);
    customer();
    idle();
    assertThat(inbox.letters()).isEmpty();
    assertThat(undelivered()).hasSize(1);
    assertThat(stripe.server().nextDue()).contains(TestStripe.START.plus(Duration.ofMinutes(5)));

    stripe.advance(Duration.ofMinutes(5));
    idle();
    assertThat(inbox.letters()).isEmpty();
    stripe.advance(Duration.ofMinutes(30));
    Letter letter = inbox.await(CREATED, 1).getFirst();

    assertThat(letter.signature()).startsWith("t=" + stripe.clock().seconds() + ",");
    inbox.verified(letter, stripe.clock());
    idle();
    assertThat(undelivered()).isEmpty();
    assertThat(stripe.server().nextDue()).isEmpty();
  }

  @Test
  void afterThreeDaysNobodyTriesAgain() throws Exception {
    Inbox inbox = stripe.inbox();
    inbox.failNext(1_000);
    customer();
    idle();
    int attempts = 1;
    while (stripe.server().nextDue().isPresent()) {
      stripe.clock().moveTo(stripe.server().nextDue().get());
      stripe.server().runDue();
      idle();
      attempts++;
    }

    assertThat(attempts).isEqualTo(8);
    assertThat(Duration.between(TestStripe.START, stripe.clock().instant()))
        .isBetween(Duration.ofDays(2), Duration.ofDays(3));
    assertThat(undelivered()).hasSize(1);
  }

  @Test
  void duplicatesCarryTheSameId() throws Exception {
    Inbox inbox = stripe.inbox();
    stripe.test("knobs", "{\"duplicate\":2}");
    customer();

    assertThat(ids(inbox.await(CREATED, 3))).hasSize(1);
  }

  @Test
  void oneChangeMayMakeTwoEventObjects() throws Exception {
    Inbox inbox = stripe.inbox();
    stripe.test("knobs", "{\"two_ids\":true}");
    customer();

    assertThat(ids(inbox.await(CREATED, 2))).hasSize(2);
    assertThat(stripe.events(CREATED)).hasSize(2);
  }

  @Test
  void aDroppedDeliveryNeverComesButTheEventCanBeFound() throws Exception {
    Inbox inbox = stripe.inbox();
    stripe.test("knobs", "{\"drop\":1}");
    customer();
    customer();
    inbox.await(CREATED, 1);
    idle();

    assertThat(inbox.letters()).hasSize(1);
    assertThat(undelivered()).hasSize(1);
    assertThat(stripe.server().nextDue()).isEmpty();
  }

  @Test
  void heldDeliveriesComeInOrderOnceReleased() throws Exception {
    Inbox inbox = stripe.inbox();
    stripe.test("knobs", "{\"delay\":true}");
    Customer customer = customer();
    stripe.client().v1().customers().delete(customer.getId());
    idle();
    assertThat(inbox.letters()).isEmpty();

    stripe.test("deliveries/release", "{}");
    inbox.await("customer.deleted", 1);
    assertThat(inbox.letters())
        .extracting(Letter::type)
        .containsExactly(CREATED, "customer.deleted");
  }

  @Test
  void reorderedDeliveriesComeLastFirst() throws Exception {
    Inbox inbox = stripe.inbox();
    stripe.test("knobs", "{\"delay\":true,\"reorder\":true}");
    Customer customer = customer();
    stripe.client().v1().customers().delete(customer.getId());

    stripe.test("deliveries/release", "{}");
    inbox.await(CREATED, 1);
    assertThat(inbox.letters())
        .extracting(Letter::type)
        .containsExactly("customer.deleted", CREATED);
  }

  @Test
  void badSignaturesAndOldTimestampsAreRefusedByTheClient() throws Exception {
    Inbox inbox = stripe.inbox();
    stripe.test("knobs", "{\"bad_signature\":true}");
    customer();
    Letter forged = inbox.await(CREATED, 1).getFirst();
    idle();
    stripe.test("knobs/reset", "");
    stripe.test("knobs", "{\"old_timestamp\":true,\"api_version\":\"2024-06-20\"}");
    customer();
    Letter old = inbox.await(CREATED, 2).getLast();

    for (Letter letter : List.of(forged, old)) {
      assertThatThrownBy(
              () ->
                  Webhook.constructEvent(
                      letter.body(),
                      letter.signature(),
                      inbox.secret(),
                      300L,
                      Clock.fixed(stripe.clock().instant(), ZoneOffset.UTC)))
          .isInstanceOf(SignatureVerificationException.class);
    }
    assertThat(Json.read(old.body()).path("api_version").asText()).isEqualTo("2024-06-20");
  }

  @Test
  void whileASecretRollsBothSign() throws Exception {
    Inbox inbox = stripe.inbox();
    String next =
        Json.read(stripe.test("endpoints/" + inbox.endpoint() + "/roll", ""))
            .path("secret")
            .asText();
    customer();
    Letter both = inbox.await(CREATED, 1).getFirst();
    assertThat(both.signature().split("v1=", -1)).hasSize(3);
    inbox.verified(both, stripe.clock());
    verify(both, next);

    stripe.advance(Duration.ofHours(24));
    customer();
    Letter one = inbox.await(CREATED, 2).getLast();
    assertThat(one.signature().split("v1=", -1)).hasSize(2);
    verify(one, next);
  }

  @Test
  void anEventCanBeSentAgain() throws Exception {
    Inbox inbox = stripe.inbox();
    customer();
    String id = inbox.await(CREATED, 1).getFirst().id();
    idle();

    stripe.test("events/" + id + "/resend", "");
    assertThat(ids(inbox.await(CREATED, 2))).containsExactly(id);
  }

  @Test
  void eventsAreListedByTypeAndGroup() throws Exception {
    Customer customer = customer();
    stripe.client().v1().customers().delete(customer.getId());

    assertThat(list(EventListParams.builder().addType(CREATED))).hasSize(1);
    assertThat(list(EventListParams.builder().setType("customer.*"))).hasSize(2);
    assertThat(list(EventListParams.builder().setDeliverySuccess(true))).hasSize(2);
    assertThat(list(EventListParams.builder().setDeliverySuccess(false))).isEmpty();
  }

  private void verify(Letter letter, String secret) throws SignatureVerificationException {
    Webhook.constructEvent(
        letter.body(),
        letter.signature(),
        secret,
        300L,
        Clock.fixed(stripe.clock().instant(), ZoneOffset.UTC));
  }

  private List<Event> list(EventListParams.Builder params) throws StripeException {
    return stripe.client().v1().events().list(params.build()).getData();
  }

  private List<Event> undelivered() throws StripeException {
    return list(EventListParams.builder().setDeliverySuccess(false));
  }

  private Customer customer() throws StripeException {
    return stripe.client().v1().customers().create(CustomerCreateParams.builder().build());
  }

  private static Set<String> ids(List<Letter> letters) {
    return letters.stream().map(Letter::id).collect(Collectors.toSet());
  }

  private void idle() {
    Inbox.await(() -> stripe.server().undelivered() == 0, () -> "deliveries stay underway");
  }
}
