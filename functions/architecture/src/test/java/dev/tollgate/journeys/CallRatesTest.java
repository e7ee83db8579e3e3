package dev.tollgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.lambda.http.HttpDoor;
import dev.tollgate.testkit.faults.FaultInterceptor;
import dev.tollgate.testkit.faults.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Calls counted over the real table: 60 a minute a tenant, 600 a minute an address. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallRatesTest {
  private World world;

  @BeforeAll
  void start() {
    world = World.withCallRates("inboxgrove");
  }

  @AfterAll
  void stop() {
    world.close();
  }

  /** To ten seconds after the next full hour, so that no window ends while a test calls. */
  @BeforeEach
  void waitForANewHour() {
    Instant now = world.bean(dev.tollgate.core.kernel.Time.class).now();
    long hour = Duration.ofHours(1).toMillis();
    world.advance(Duration.ofMillis(hour - Math.floorMod(now.toEpochMilli(), hour) + 10_000));
  }

  @Test
  void aGuardedCallCostsOneReadAndAtMostOneWrite() {
    Caller caller = person();
    world.faults.follow(Script.calm());
    for (int i = 0; i < 50; i++) {
      assertThat(caller.get("/api/v1/auth/me").status()).isEqualTo(200);
    }
    assertThat(world.faults.count("BatchGetItem")).isEqualTo(50);
    assertThat(world.faults.count("TransactWriteItems")).isLessThanOrEqualTo(50);
    assertThat(world.faults.calls()).hasSizeLessThanOrEqualTo(100);
  }

  @Test
  void anOpenCallCostsAHundredthOfItsLimitsPartOfAWrite() {
    Caller caller = world.caller().from("203.0.113.1");
    world.faults.follow(Script.calm());
    for (int i = 0; i < 120; i++) {
      assertThat(caller.get("/api/v1/config/public").status()).isEqualTo(200);
    }
    assertThat(world.faults.calls())
        .containsExactlyElementsOf(Collections.nCopies(20, "TransactWriteItems"));
  }

  @Test
  void twoInstancesShareTheRateOfATenant() {
    Caller caller = person();
    try (HttpDoor other = world.anotherInstance("inboxgrove", new FaultInterceptor())) {
      int served = 0;
      for (int i = 0; i < 50; i++) {
        served += caller.get("/api/v1/auth/me").status() == 200 ? 1 : 0;
        served += caller.through(other).get("/api/v1/auth/me").status() == 200 ? 1 : 0;
      }
      assertThat(served).isEqualTo(60);
      assertThat(caller.through(other).get("/api/v1/auth/me").error()).isEqualTo("rate_limited");
    }
  }

  private Caller person() {
    Caller anybody = world.caller().from("203.0.113.9");
    return anybody.bearing(anybody.register(World.newEmail()).accessToken());
  }
}
