package dev.tollgate.webhooks;

import static dev.tollgate.webhooks.World.event;
import static dev.tollgate.webhooks.World.unavailable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.billing.StoredEvent.Status;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.testkit.faults.Race;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StripeDoorTest {
  private final World world = new World();
  private final TenantId tenant = world.customer("cus_1");
  private final ProviderEvent event = event("evt_1", "cus_1");

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aSignedEventIsStoredAndQueuedBeforeItsAnswer() {
    World.Answer answer = world.deliver(event);

    assertThat(answer).isEqualTo(new World.Answer(200, Map.of("received", true)));
    assertThat(world.events.status("evt_1")).isEqualTo(Status.RECEIVED);
    assertThat(world.events.queued).containsExactly(event);
  }

  @Test
  void aReceiptCostsOneWriteAndOneSendAndAsksStripeNothing() {
    world.deliver(event);

    assertThat(world.events.writes).isEqualTo(1);
    assertThat(world.events.queued).hasSize(1);
    assertThat(world.provider.tells + world.provider.asked + world.table.commits).isZero();
  }

  @Test
  void theVerifierSeesTheBytesThatCameOverTheWire() {
    byte[] sent = {'{', '"', (byte) 0xff, 0, '\r', '\n', '}'};

    world.post(Map.of(), Base64.getEncoder().encodeToString(sent), true);
    world.post(Map.of(), "{\"ä\": 1 }", false);

    assertThat(world.provider.verified.getFirst()).isEqualTo(sent);
    assertThat(world.provider.verified.getLast()).asString().isEqualTo("{\"ä\": 1 }");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "t", "t=zz,v1=ab", "t,v1=ab", "t=1,v1=stale", "t=99,v1=future"})
  void whatIsNotSignedIsRefusedAndNothingIsKept(String signature) {
    World.Answer answer =
        world.post(Map.of("stripe-signature", signature), "{\"id\":\"evt_1\"}", false);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().get("error")).isEqualTo("invalid_signature");
    assertNothingKept();
  }

  @Test
  void aRequestWithoutSignatureSuchAsARehearsalDoesNothing() {
    World.Answer answer =
        world.post(Map.of("authorization", "Bearer ", "content-type", "text/plain"), "{}", false);

    assertThat(answer.body().get("error")).isEqualTo("invalid_signature");
    assertNothingKept();
  }

  @Test
  void anEndlessSignatureIsNotEvenLookedAt() {
    String endless = "t=1," + "v1=ab,".repeat(StripeController.LONGEST_SIGNATURE / 6 + 1);

    assertThat(world.post(Map.of("stripe-signature", endless), "{}", false).status())
        .isEqualTo(400);
    assertThat(world.provider.verified).isEmpty();
  }

  @Test
  void anEventOfTheOtherModeIsRefused() {
    World.Answer answer =
        world.post(Map.of("stripe-signature", FakeProvider.OTHER_MODE), "{}", false);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().get("error")).isEqualTo("livemode_mismatch");
    assertNothingKept();
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedWithoutHashingIt() {
    Map<String, String> signed = Map.of("stripe-signature", FakeProvider.GENUINE);
    world.provider.next = Optional.of(event);
    String largest = "x".repeat(StripeController.LONGEST_BODY);

    World.Answer answer = world.post(signed, largest + "x", false);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().get("error")).isEqualTo("payload_too_large");
    assertThat(world.provider.verified).isEmpty();
    assertThat(world.post(signed, largest, false).status()).isEqualTo(200);
  }

  @Test
  void anEventThatDoesNotConcernUsIsTakenAndNotQueued() {
    World.Answer answer = world.deliver(event("evt_1", "balance.available", Optional.empty()));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(world.events.status("evt_1")).isEqualTo(Status.IGNORED);
    assertThat(world.events.queued).isEmpty();
  }

  @Test
  void whatCannotBeStoredIsNotQueuedAndStripeMustComeAgain() {
    world.events.beforeStore = unavailable();

    assertThat(world.deliver(event).status()).isEqualTo(503);
    assertThat(world.events.queued).isEmpty();
  }

  @Test
  void whatWasStoredButNotQueuedIsAppliedOnceWhenStripeComesAgain() {
    world.events.beforeSend = unavailable();
    assertThat(world.deliver(event).status()).isEqualTo(503);
    assertThat(world.events.status("evt_1")).isEqualTo(Status.RECEIVED);

    world.events.beforeSend = () -> {};
    assertThat(world.deliver(event).status()).isEqualTo(200);
    world.drain();
    assertThat(world.deliver(event).status()).isEqualTo(200);
    world.drain();

    assertThat(world.events.status("evt_1")).isEqualTo(Status.APPLIED);
    assertThat(world.table.commits).isEqualTo(1);
    assertThat(world.table.facts)
        .containsOnlyKeys(
            "subscription_started:sub_cus_1", "subscription_changed:1", "nothing_owed:sub_cus_1");
  }

  @Test
  void fiftyCopiesAtOnceHaveOneEffect() {
    world.provider.next = Optional.of(event);
    Callable<World.Answer> copy = () -> world.deliver(event);

    assertThat(Race.run(Collections.nCopies(50, copy)))
        .extracting(World.Answer::status)
        .containsOnly(200);
    world.drain();

    assertThat(world.table.enrollment(tenant).version()).isEqualTo(1);
    assertThat(world.table.facts)
        .containsOnlyKeys(
            "subscription_started:sub_cus_1", "subscription_changed:1", "nothing_owed:sub_cus_1");
  }

  @Test
  void nothingOfTheRequestStandsInTheLog() {
    world.post(
        Map.of("stripe-signature", "t=1,v1=canary-signature"),
        "{\"email\":\"canary@example.com\"}",
        false);
    world.events.beforeStore = unavailable();
    world.deliver(event);

    assertThat(world.logged("request")).hasSize(2);
    assertThat(world.logged()).doesNotContain("canary");
  }

  private void assertNothingKept() {
    assertThat(world.events.stored).isEmpty();
    assertThat(world.events.queued).isEmpty();
    assertThat(world.events.writes).isZero();
  }
}
