package dev.tollgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.param.ChargeListParams;
import com.stripe.param.CustomerListParams;
import com.stripe.param.SubscriptionListParams;
import dev.tollgate.core.billing.ProviderCatalogue;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.SyncingPlans;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.lambda.http.HttpDoor;
import dev.tollgate.stripelocal.settings.Positions;
import dev.tollgate.testkit.faults.Crash;
import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Script;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From the click on "upgrade" to the state that follows, through every door, under faults. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MoneyTest {
  private static final String GOOD = "4242424242424242";
  private static final int MORE_CALLS_THAN_ANY_REQUEST_MAKES = 30;

  private final AtomicInteger buyers = new AtomicInteger();
  private Till till;

  @BeforeAll
  void start() {
    till = Till.of("tollgate");
    new SyncingPlans(
            till.world.bean(Edition.class),
            till.world.bean(PlanCatalogue.class),
            till.world.bean(ProviderCustomers.class),
            till.world.bean(ProviderCatalogue.class))
        .sync(false, true);
  }

  @BeforeEach
  void calm() {
    till.stripe.knobs().reset();
    till.world.faults.follow(Script.calm());
  }

  @AfterAll
  void stop() {
    till.close();
  }

  private record Buyer(Till till, String email, Caller caller) {
    String checkout(String plan) {
      Answer answer = caller.post("/api/v1/billing/checkout-session", Map.of("plan", plan));
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      return answer.text("url");
    }

    Map<String, Object> subscription() {
      Answer state = caller.get("/api/v1/billing/state");
      assertThat(state.status()).as(state.text()).isEqualTo(200);
      @SuppressWarnings("unchecked")
      Map<String, Object> subscription = (Map<String, Object>) state.body().get("subscription");
      return subscription;
    }
  }

  /** From an address of their own, which keeps them under the limit of sign-ups. */
  private Buyer buyer() {
    int number = buyers.incrementAndGet();
    Caller visitor = till.world.caller().from("198.51." + number / 250 + "." + number % 250);
    String email = World.newEmail();
    Answer session = visitor.register(email);
    return new Buyer(till, email, visitor.bearing(session.accessToken()));
  }

  @Test
  void whoPaysOnTheHostedPageIsPaidAndActiveAfterTheEventsAreIn() throws StripeException {
    Buyer buyer = expired(); // nothing of the trial is left, so it is paid at once
    assertThat(till.pay(buyer.checkout("pro"), GOOD).get("status")).isEqualTo("complete");
    till.tellEverything();

    assertThat(buyer.subscription())
        .containsEntry("status", "active")
        .containsEntry("plan", "pro")
        .containsEntry("is_paid", true)
        .containsEntry("is_live", true)
        .containsEntry("has_pro_entitlement", true);
    assertThat(charges(buyer)).isEqualTo(1);
  }

  @Test
  void whatIsLeftOfATrialGoesOver() {
    Buyer buyer = buyer();
    String before = String.valueOf(buyer.subscription().get("current_period_end"));
    till.pay(buyer.checkout("pro"), GOOD);
    till.tellEverything();

    assertThat(buyer.subscription()).containsEntry("status", "trialing");
    assertThat(String.valueOf(buyer.subscription().get("current_period_end")).substring(0, 19))
        .isEqualTo(before.substring(0, 19));
    till.pass(Duration.ofDays(15));
    till.tellEverything();
    assertThat(loggedIn(buyer).subscription())
        .containsEntry("status", "active")
        .containsEntry("is_paid", true);
  }

  @Test
  void whoFellToTheFreePlanAndPicksItKeepsItAndNothingBetter() {
    Buyer buyer = expired();
    assertThat(buyer.subscription()).containsEntry("plan", "free");

    Answer picked =
        buyer.caller().post("/api/v1/billing/subscription/change", Map.of("plan", "free"));

    assertThat(picked.status()).isEqualTo(200);
    assertThat(buyer.subscription())
        .containsEntry("plan", "free")
        .containsEntry("has_pro_entitlement", false);
  }

  @Test
  void fiftyCopiesOfOneEventAtOnceHaveOneEffect() {
    Buyer buyer = bought();
    String paid =
        till.payloads().stream()
            .filter(payload -> payload.contains("\"invoice.paid\""))
            .toList()
            .getLast();
    long receipts = till.world.count("LEDGER#");
    long facts = till.world.count("FACT#");

    List<Answer> answers =
        Race.run(Collections.<Callable<Answer>>nCopies(50, () -> till.deliver(paid)));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    Race.run(Collections.<Callable<Integer>>nCopies(5, till::drain));

    assertThat(till.world.count("LEDGER#") - receipts).isEqualTo(1);
    assertThat(till.world.count("FACT#") - facts)
        .as("started, paid, settled, changed, nothing owed")
        .isEqualTo(5);
    assertThat(buyer.subscription()).containsEntry("status", "active");
  }

  @Test
  void whatIsNotSignedByStripeIsRefusedAndQueuesNothing() {
    String payload =
        "{\"id\":\"evt_forged\",\"object\":\"event\",\"api_version\":\"2026-07-29.dahlia\","
            + "\"type\":\"invoice.paid\",\"created\":1,\"livemode\":false,"
            + "\"data\":{\"object\":{\"id\":\"in_1\",\"object\":\"invoice\",\"customer\":\"cus_1\"}}}";
    String live = payload.replace("\"livemode\":false", "\"livemode\":true");
    var now = till.now();
    int queued = till.queued();
    long items = till.world.items().size();
    Stream<Answer> answers =
        Stream.of(
            till.world.caller().post("/api/v1/webhooks/stripe", payload),
            till.deliver(payload, ""),
            till.deliver(payload, "t"),
            till.deliver(payload, "t=zz,v1=ab"),
            till.deliver(payload, "t=1,v1"),
            till.deliver(payload, "t=99999999999999999999,v1=ab"),
            till.deliver(payload, Till.signature(payload, now, "whsec_of_somebody_else")),
            till.deliver(payload, Till.signature(payload, now.minusSeconds(302))),
            till.deliver(payload, Till.signature(payload, now.plusSeconds(3600))),
            till.deliver(payload + " ", Till.signature(payload, now)),
            till.deliver(payload, "t=1," + "v1=ab,".repeat(2_000)),
            till.deliver("", Till.signature("", now)),
            till.deliver("[1]", Till.signature("[1]", now)),
            till.deliver("not json", Till.signature("not json", now)),
            till.deliver(live, Till.signature(live, now)),
            till.deliver("x".repeat(1_000_001), "t=1,v1=ab"));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(400));
    assertThat(till.queued()).isEqualTo(queued);
    assertThat(till.world.items()).hasSize((int) items);
  }

  @Test
  void takingAnEventIsOneWriteAndOneSend() {
    bought();
    String payload = till.payloads().getLast();
    till.deliver(till.payloads().getFirst()); // the secret is read once
    till.world.faults.follow(Script.calm());

    assertThat(till.deliver(payload).status()).isEqualTo(200);

    assertThat(till.world.faults.calls()).containsExactly("TransactWriteItems", "SendMessage");
    till.drain();
  }

  @Test
  void anEventThatCouldNotBeQueuedIsToldAgainAndAppliedOnce() {
    bought();
    String payload =
        till.payloads().stream()
            .filter(each -> each.contains("\"invoice.paid\""))
            .toList()
            .getLast();
    Map<String, String> broken = new HashMap<>(till.world.environment("tollgate"));
    broken.put("STRIPE_EVENTS_QUEUE_URL", broken.get("SQS_ENDPOINT") + "/000000000000/gone.fifo");
    long movements = till.world.count("LEDGER#");
    try (HttpDoor door = new HttpDoor(broken)) {
      Answer answer =
          till.world
              .caller()
              .through(door)
              .with("stripe-signature", Till.signature(payload, till.now()))
              .post("/api/v1/webhooks/stripe", payload);
      assertThat(answer.status()).isGreaterThanOrEqualTo(500);
    }
    assertThat(till.drain()).isZero();

    assertThat(till.deliver(payload).status()).isEqualTo(200);
    assertThat(till.drain()).isEqualTo(1);
    assertThat(till.deliver(payload).status()).isEqualTo(200);
    till.drain();
    assertThat(till.world.count("LEDGER#") - movements).isEqualTo(1);
  }

  @Test
  void tenClicksOnUpgradeOpenOnePageAndAThingBoughtIsNotBoughtAgain() throws StripeException {
    Buyer buyer = expired();
    List<Answer> answers =
        Race.run(
            Collections.<Callable<Answer>>nCopies(
                10,
                () ->
                    buyer
                        .caller()
                        .post("/api/v1/billing/checkout-session", Map.of("plan", "pro"))));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    assertThat(answers.stream().map(answer -> answer.text("url")).distinct()).hasSize(1);
    assertThat(customers(buyer)).isEqualTo(1);

    String page = answers.getFirst().text("url");
    List<Map<?, ?>> payments =
        Race.run(Collections.<Callable<Map<?, ?>>>nCopies(5, () -> till.pay(page, GOOD)));
    assertThat(payments.stream().filter(paid -> "complete".equals(paid.get("status")))).hasSize(1);
    till.tellEverything();

    assertThat(subscriptions(buyer)).isEqualTo(1);
    assertThat(charges(buyer)).isEqualTo(1);
    Answer again =
        buyer.caller().post("/api/v1/billing/checkout-session", Map.of("plan", "starter"));
    assertThat(again.status()).isEqualTo(409);
  }

  @Test
  void everyAnswerOfStripeMayGetLost() throws StripeException {
    for (String path : List.of("/v1/customers", "/v1/checkout/sessions")) {
      Buyer buyer = expired();
      // More than the client's own tries: whoever asked never learns what became of it.
      till.stripe.knobs().turn(at -> at.withCutNext(Positions.Faults.of(0, 3, path)));
      Answer lost = buyer.caller().post("/api/v1/billing/checkout-session", Map.of("plan", "pro"));
      assertThat(lost.status()).as(path).isEqualTo(503);

      till.pay(buyer.checkout("pro"), GOOD);
      till.tellEverything();

      assertThat(customers(buyer)).as(path).isEqualTo(1);
      assertThat(subscriptions(buyer)).isEqualTo(1);
      assertThat(charges(buyer)).isEqualTo(1);
      assertThat(buyer.subscription()).containsEntry("status", "active");
    }
  }

  @Test
  void aCheckoutThatDiesAnywhereIsFinishedByTheNextClick() throws StripeException {
    int died = 0;
    for (Fault death : List.of(Fault.CRASH_BEFORE, Fault.CRASH_AFTER)) {
      for (int call = 1; call <= MORE_CALLS_THAN_ANY_REQUEST_MAKES; call++) {
        Buyer buyer = expired();
        if (!dies(
            Script.at(call, death),
            () -> buyer.caller().post("/api/v1/billing/checkout-session", Map.of("plan", "pro")))) {
          break;
        }
        died++;
        till.world.faults.follow(Script.calm());

        till.pay(buyer.checkout("pro"), GOOD);
        till.tellEverything();

        assertThat(customers(buyer)).as(death + " at call " + call).isEqualTo(1);
        assertThat(subscriptions(buyer)).isEqualTo(1);
        assertThat(charges(buyer)).isEqualTo(1);
        assertThat(buyer.subscription()).containsEntry("status", "active");
      }
    }
    assertThat(died).isGreaterThanOrEqualTo(10);
  }

  @Test
  void applyingThatDiesAnywhereIsFinishedByTheNextDelivery() {
    int died = 0;
    for (Fault death : List.of(Fault.CRASH_BEFORE, Fault.CRASH_AFTER)) {
      for (int call = 1; call <= MORE_CALLS_THAN_ANY_REQUEST_MAKES; call++) {
        Buyer buyer = bought();
        String payload =
            till.payloads().stream()
                .filter(each -> each.contains("\"invoice.paid\""))
                .toList()
                .getLast();
        long movements = till.world.count("LEDGER#");
        long facts = till.world.count("FACT#");
        till.deliver(payload);
        if (!dies(Script.at(call, death), till::drain)) {
          break;
        }
        died++;
        till.world.faults.follow(Script.calm());
        till.deliver(payload); // the provider would not; the queue does
        till.drain();
        assertThat(till.world.count("LEDGER#") - movements)
            .as(death + " at call " + call)
            .isEqualTo(1);
        assertThat(till.world.count("FACT#") - facts).isEqualTo(5);
        assertThat(buyer.subscription()).containsEntry("status", "active");
      }
    }
    assertThat(died).isGreaterThanOrEqualTo(4);
  }

  private boolean dies(Script script, Runnable work) {
    till.world.faults.follow(script);
    try {
      work.run();
      till.world.faults.follow(Script.calm());
      return false;
    } catch (Crash expected) {
      return true;
    }
  }

  /** Past the trial, with nothing paid, without the time that it takes. */
  private Buyer expired() {
    Buyer buyer = buyer();
    till.world.set(
        "TENANT#" + till.world.user(buyer.email()).tenant().value(),
        "SUBSCRIPTION",
        Map.of("since", "2020-01-01T00:00:00.000Z", "ends_at", "2020-01-15T00:00:00.000Z"));
    return buyer;
  }

  /** Paid, and we have not heard of it yet. */
  private Buyer bought() {
    Buyer buyer = expired();
    assertThat(till.pay(buyer.checkout("pro"), GOOD).get("status")).isEqualTo("complete");
    return buyer;
  }

  private Buyer loggedIn(Buyer buyer) {
    Answer session = till.world.caller().logIn(buyer.email());
    assertThat(session.status()).isEqualTo(200);
    return new Buyer(till, buyer.email(), till.world.caller().bearing(session.accessToken()));
  }

  private long customers(Buyer buyer) throws StripeException {
    return till.client
        .v1()
        .customers()
        .list(CustomerListParams.builder().setEmail(buyer.email()).build())
        .getData()
        .size();
  }

  private String customer(Buyer buyer) throws StripeException {
    return till.client
        .v1()
        .customers()
        .list(CustomerListParams.builder().setEmail(buyer.email()).build())
        .getData()
        .getFirst()
        .getId();
  }

  private long subscriptions(Buyer buyer) throws StripeException {
    return till.client
        .v1()
        .subscriptions()
        .list(
            SubscriptionListParams.builder()
                .setCustomer(customer(buyer))
                .setStatus(SubscriptionListParams.Status.ALL)
                .build())
        .getData()
        .size();
  }

  private long charges(Buyer buyer) throws StripeException {
    return till
        .client
        .v1()
        .charges()
        .list(ChargeListParams.builder().setCustomer(customer(buyer)).build())
        .getData()
        .stream()
        .filter(charge -> "succeeded".equals(charge.getStatus()))
        .count();
  }
}
