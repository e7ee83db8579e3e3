package dev.tollgate.lambda.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.accounts.SuspensionCause;
import dev.tollgate.core.apikeys.Scope;
import dev.tollgate.core.calls.CallBlocks;
import dev.tollgate.core.subscriptions.Grant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Calls counted, in an edition with 60 a minute and 1,000 an hour a tenant, 600 a minute an
 * address, and 100,000 a month by plan.
 */
final class CallLimitsTest {
  private static final Map<String, String> NOBODY = Map.of();

  private final World world = new World("inboxgrove");

  CallLimitsTest() {
    world.tenants.has(new Grant.Given("starter", Tenants.LONG_AGO));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void theSixtyFirstCallInAMinuteWaitsForTheNext() {
    times(60, () -> assertThat(world.get("/work").status()).isEqualTo(200));

    World.Answer over = world.get("/work");
    assertThat(over.outcome()).isEqualTo("429 rate_limited");
    assertThat(over.header("retry-after")).isEqualTo("40");
    assertThat(over.header("ratelimit"))
        .asString()
        .contains("\"60s\";r=0;t=40", "\"3600s\";r=0;t=3580");

    world.clock.now = World.START.plusSeconds(40);
    assertThat(world.get("/work").status()).isEqualTo(200);
  }

  @Test
  void personsAndKeysOfATenantShareItsRate() {
    String key = world.cabinet.make(Scope.QUOTA_READ);
    times(30, () -> world.get("/work"));
    times(30, () -> world.byKey("GET", "/by-key", key));
    assertThat(world.byKey("GET", "/by-key", key).status()).isEqualTo(429);
    assertThat(world.get("/person").status()).isEqualTo(429);
  }

  @Test
  void everyCountedAnswerTellsItsLimits() {
    World.Answer answer = world.get("/work");
    assertThat(answer.header("ratelimit-policy"))
        .isEqualTo("\"60s\";q=60;w=60, \"3600s\";q=1000;w=3600, \"api_calls\";q=100000");
    assertThat(answer.header("ratelimit"))
        .asString()
        .startsWith("\"60s\";r=0;t=40, \"3600s\";r=9;t=3580, \"api_calls\";r=99;t=");
    assertThat(world.get("/open", NOBODY).header("ratelimit")).isEqualTo("\"60s\";r=5;t=40");
    assertThat(world.get("/work", NOBODY).header("ratelimit-policy"))
        .isEqualTo("\"60s\";q=600;w=60");
    assertThat(world.get("/open-uncounted", NOBODY).header("ratelimit")).isNull();
  }

  @Test
  void whatIsRefusedOtherwiseCountsByRateAndNotByPlan() {
    times(60, () -> assertThat(world.get("/owners").outcome()).isEqualTo("403 forbidden"));
    assertThat(world.get("/owners").outcome()).isEqualTo("429 rate_limited");
    assertThat(world.ledger.used.keySet()).noneMatch(place -> place.startsWith("meter"));
  }

  @Test
  void whoIsSuspendedHearsTheSameHoweverOftenTheyAsk() {
    world.tenants.standing =
        new Standing.Suspended(SuspensionCause.ADMINISTRATOR, "A reason", Tenants.LONG_AGO);
    times(70, () -> assertThat(world.get("/work").outcome()).isEqualTo("403 tenant_suspended"));
    assertThat(world.ledger.writes).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/exempt", "/uncounted"})
  void whatIsNoWorkOfTheProductCountsByRateAlone(String path) {
    times(60, () -> assertThat(world.get(path).status()).isEqualTo(204));
    assertThat(world.get(path).status()).isEqualTo(429);
    assertThat(world.ledger.used.keySet()).noneMatch(place -> place.startsWith("meter"));
  }

  @Test
  void whoNamesNoTenantCountsByAddressAtOpenAndGuardedRoutesAlike() {
    times(300, () -> assertThat(world.get("/open", NOBODY).status()).isEqualTo(204));
    times(200, () -> assertThat(world.get("/work", NOBODY).status()).isEqualTo(401));
    times(100, () -> assertThat(world.byKey("GET", "/uncounted", "tg_").status()).isEqualTo(401));

    for (String path : List.of("/open", "/work", "/uncounted")) {
      assertThat(world.get(path, NOBODY).outcome()).as(path).isEqualTo("429 rate_limited");
    }
    assertThat(world.get("/open-uncounted", NOBODY).status()).isEqualTo(204);
    assertThat(world.send("GET", "/open", NOBODY, "192.0.2.2").status()).isEqualTo(204);
    assertThat(world.get("/work").status()).as("who is somebody").isEqualTo(200);
  }

  @Test
  void noAddressStandsInAKey() {
    world.get("/open", NOBODY);
    assertThat(world.ledger.used.keySet()).isNotEmpty().noneMatch(key -> key.contains("192.0.2"));
  }

  @Test
  void aFloodIsRefusedFromMemoryForASecond() {
    times(61, () -> world.get("/work"));
    int writes = world.ledger.writes;

    times(1000, () -> world.get("/work"));
    assertThat(world.ledger.writes).isEqualTo(writes);

    world.clock.now = World.START.plusSeconds(1);
    times(1000, () -> world.get("/work"));
    assertThat(world.ledger.writes).isEqualTo(writes + 1);
  }

  @Test
  void aClockThatJumpsIsHarmless() {
    times(60, () -> world.get("/work"));
    world.clock.now = World.START.plus(Duration.ofDays(400));
    assertThat(world.get("/work").status()).isEqualTo(200);
    world.clock.now = World.START;
    assertThat(world.get("/work").status()).isEqualTo(429);
    world.clock.now = World.START.minusSeconds(60);
    assertThat(world.get("/work").status()).isEqualTo(200);
  }

  @Test
  void whatCannotBeCountedIsNotAnswered() {
    world.ledger.down = true;
    assertThat(world.get("/work").outcome()).isEqualTo("503 temporarily_unavailable");
    assertThat(world.get("/open", NOBODY).outcome()).isEqualTo("503 temporarily_unavailable");
    assertThat(world.get("/open-uncounted", NOBODY).status()).isEqualTo(204);
  }

  @Test
  void aRehearsalBeforeTheSnapshotCountsNothing() {
    world.prime();
    assertThat(world.ledger.writes).isZero();
  }

  @Test
  void withoutSharedCountersItDoesNotStart() {
    assertThatThrownBy(() -> new World("inboxgrove", false).close())
        .hasStackTraceContaining(CallBlocks.class.getSimpleName());
  }

  private static void times(int calls, Runnable call) {
    for (int i = 0; i < calls; i++) {
      call.run();
    }
  }
}
