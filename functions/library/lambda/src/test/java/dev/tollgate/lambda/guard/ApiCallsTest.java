package dev.tollgate.lambda.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.entitlements.Granted;
import dev.tollgate.core.entitlements.Overrides;
import dev.tollgate.core.subscriptions.Grant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The plan's calls a day: 100 on the free plan, 5,000 on the next, any number on the last. */
final class ApiCallsTest {
  private final World world = new World("pathsix");

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void theHundredAndFirstCallOfADayIsRefusedInWords() {
    work(100);

    World.Answer over = world.get("/work");
    assertThat(over.outcome()).isEqualTo("403 quota_exceeded");
    assertThat(over.field("quota_type")).isEqualTo("api_calls");
    assertThat(over.field("current")).isEqualTo(100L);
    assertThat(over.field("limit")).isEqualTo(100L);
    assertThat(over.field("exceeded"))
        .isEqualTo(List.of(Map.of("quota_type", "api_calls", "current", 100L, "limit", 100L)));
    assertThat(over.field("upgrade_url")).isEqualTo("https://app.tollgate.test/billing");
    assertThat(over.field("detail"))
        .isEqualTo("Your Free plan includes 100 API calls a day; you have used 100.");
    assertThat(over.header("ratelimit")).isEqualTo("\"api_calls\";r=0;t=50380");
    assertThat(over.header("retry-after")).isNull();

    world.clock.now = World.START.plus(Duration.ofDays(1));
    assertThat(world.get("/work").status()).isEqualTo(200);
  }

  @Test
  void whatIsExemptGoesOnWhenTheDaysCallsAreGone() {
    work(101);
    assertThat(world.get("/exempt").status()).isEqualTo(204);
    assertThat(world.get("/uncounted").status()).isEqualTo(204);
  }

  @Test
  void aBiggerPlanIsFeltAtOnce() {
    work(101);
    world.tenants.has(new Grant.Given("starter", Tenants.LONG_AGO));
    assertThat(world.get("/work").status()).isEqualTo(200);
  }

  @Test
  void anOverrideIsTheLimit() {
    world.tenants.overrides =
        new Overrides(
            Tenants.TENANT,
            Map.of(
                Meter.API_CALLS,
                new Granted<>(new Limit.AtMost(0), "Abuse", Tenants.LONG_AGO, Optional.empty())),
            Map.of(),
            1);
    World.Answer over = world.get("/work");
    assertThat(over.outcome()).isEqualTo("403 quota_exceeded");
    assertThat(over.field("detail"))
        .isEqualTo(
            "Your Free plan, as agreed with you, includes 0 API calls a day; you have used 0.");
    assertThat(world.ledger.writes).isZero();
  }

  @Test
  void whatIsUnlimitedIsCountedInHundredsAndTellsNoLimit() {
    world.tenants.has(new Grant.Given("enterprise", Tenants.LONG_AGO));
    work(200);
    assertThat(world.ledger.writes).isEqualTo(2);
    assertThat(world.ledger.used).containsEntry("meter 2026-05-04", 200L);
    assertThat(world.get("/work").header("ratelimit")).isNull();
  }

  @Test
  void callsCostAWriteForEachBlock() {
    world.tenants.has(new Grant.Given("starter", Tenants.LONG_AGO));
    work(500);
    assertThat(world.ledger.writes).isEqualTo(10);
    assertThat(world.tenants.reads).isEqualTo(500);
  }

  private void work(int calls) {
    for (int i = 0; i < calls; i++) {
      world.get("/work");
    }
  }
}
