package dev.tollgate.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.entitlements.Granted;
import dev.tollgate.core.entitlements.Overrides;
import dev.tollgate.core.identity.Role;
import dev.tollgate.quota.Caller.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tenant may do and uses. */
class EntitlementsTest {
  private static final String ENTITLEMENTS = "/api/v1/entitlements";
  private static final String USAGE = "/api/v1/usage/";

  private final World world = new World();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void aTrialTellsEverythingWithItsReasonAndWhatChangesIt() {
    world.trialing(Duration.ofDays(10));
    world.owner().post(World.RESERVATIONS, "{\"meter\":\"emails\",\"amount\":2500}");
    Answer answer = world.anybody().as(Role.VIEWER).get(ENTITLEMENTS);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().keySet())
        .isEqualTo(
            Set.of("account_id", "status", "plan", "is_live", "as_of", "limits", "features"));
    assertThat(answer.field("account_id")).isEqualTo(People.TENANT.value());
    assertThat(answer.field("status")).isEqualTo("trialing");
    assertThat(answer.field("plan")).isEqualTo("pro");
    assertThat(answer.field("is_live")).isEqualTo(true);
    assertThat(answer.field("as_of")).isEqualTo(World.START.toString());
    Map<String, @Nullable Object> why =
        fields(
            "source",
            "trial",
            "plan",
            "pro",
            "since",
            World.START.minus(Duration.ofDays(4)).toString(),
            "reason",
            null,
            "next",
            fields(
                "at", World.START.plus(Duration.ofDays(10)).toString(),
                "change", "plan_changes",
                "plan", "free"));
    assertThat(answer.field("limits/emails"))
        .isEqualTo(
            fields(
                "meter",
                "emails",
                "limit",
                10_000L,
                "used",
                2_500L,
                "over_limit",
                null,
                "remaining",
                7_500L,
                "percentage",
                new BigDecimal("25.0"),
                "resets_at",
                "2026-04-01T00:00:00Z",
                "enforcement",
                "hard",
                "read_only",
                false,
                "why",
                why));
    assertThat(answer.field("features/custom_branding"))
        .isEqualTo(fields("enabled", true, "why", why));
    assertThat(answer.field("features/single_sign_on/enabled")).isEqualTo(false);
    assertThat((Map<?, ?>) answer.field("limits")).hasSize(10);
    assertThat((Map<?, ?>) answer.field("features")).hasSize(5);
  }

  @Test
  void whatWasGrantedSaysByWhatReasonAndUntilWhen() {
    world.people.overrides =
        new Overrides(
            People.TENANT,
            Map.of(
                Meter.RECORDS,
                new Granted<>(
                    new Limit.AtMost(500),
                    "A promise",
                    People.LONG_AGO,
                    Optional.of(World.START.plusSeconds(60)))),
            Map.of(
                "single_sign_on",
                new Granted<>(true, "A pilot", People.LONG_AGO, Optional.empty())),
            1);
    Answer answer = world.owner().get(ENTITLEMENTS);
    assertThat(answer.field("limits/records/limit")).isEqualTo(500L);
    assertThat(answer.field("limits/records/why"))
        .isEqualTo(
            fields(
                "source", "override",
                "plan", "free",
                "since", People.LONG_AGO.toString(),
                "reason", "A promise",
                "next",
                    fields(
                        "at", World.START.plusSeconds(60).toString(),
                        "change", "override_ends",
                        "plan", "free")));
    assertThat(answer.field("features/single_sign_on/enabled")).isEqualTo(true);
    assertThat(answer.field("features/single_sign_on/why/next")).isNull();
    world.advance(Duration.ofSeconds(60));
    assertThat(world.owner().get(ENTITLEMENTS).field("limits/records/limit")).isEqualTo(100L);
  }

  @Test
  void whatIsUnlimitedIsNull() {
    world.complimentary();
    Answer answer = world.owner().get(USAGE + "records");
    assertThat(answer.field("limit")).isNull();
    assertThat(answer.field("remaining")).isNull();
    assertThat(answer.field("percentage")).isNull();
    assertThat(answer.field("why/source")).isEqualTo("complimentary");
  }

  @Test
  void usageIsTheSameForOneMeter() {
    world.shelf.level(People.TENANT, Meter.RECORDS, 101);
    Answer answer = world.owner().get(USAGE + "records");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(world.owner().get(ENTITLEMENTS).field("limits/records"));
    assertThat(answer.field("read_only")).isEqualTo(true);
    assertThat(answer.field("remaining")).isEqualTo(0L);
    assertThat(answer.field("resets_at")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"trees", "Records", "records%20", "%00", "unlimited", "..", "x/y"})
  void whatIsNotCountedHereIsNotFound(String meter) {
    assertThat(world.owner().get(USAGE + meter).outcome()).isEqualTo("404 not_found");
  }

  @Test
  void aReadingIsOneReadBeyondTheGuards() {
    world.owner().get(ENTITLEMENTS);
    assertThat(world.people.reads).isEqualTo(1);
    assertThat(world.shelf.reads).isEqualTo(1);
  }

  @Test
  void aPlanThatTheCatalogueLostFailsClosed() {
    world.plans.lost = Set.of("free");
    assertThat(world.owner().get(ENTITLEMENTS).outcome()).isEqualTo("503 temporarily_unavailable");
    assertThat(world.owner().get(USAGE + "records").outcome())
        .isEqualTo("503 temporarily_unavailable");
    assertThat(world.owner().post(World.QUOTA + "/check", "{\"meter\":\"emails\"}").outcome())
        .isEqualTo("503 temporarily_unavailable");
    assertThat(
            world.owner().post(World.RESERVATIONS, "{\"meter\":\"emails\",\"amount\":1}").outcome())
        .isEqualTo("503 temporarily_unavailable");
  }

  private static Map<String, @Nullable Object> fields(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> fields = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return fields;
  }
}
