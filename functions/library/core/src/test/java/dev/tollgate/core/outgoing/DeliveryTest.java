package dev.tollgate.core.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.outgoing.Delivery.Pending;
import dev.tollgate.core.outgoing.WebhookSender.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DeliveryTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final Ids IDS = new Ids(new Random(1));
  private static final Letter LETTER =
      new Letter(IDS.endpoint(NOW), IDS.message(NOW), "limit.near", "{}", NOW);

  private final RetrySchedule schedule = new RetrySchedule(new Random(7));

  @Test
  void theWaitsAreThoseOfTheScheduleWithUpToATenthMore() {
    List<Duration> waits = new ArrayList<>();
    Pending pending = Pending.first(LETTER, NOW);
    Delivery last = pending;
    while (last instanceof Pending due) {
      last = due.claimed(NOW.plusSeconds(90)).after(new Outcome.Refused(500), NOW, schedule);
      if (last instanceof Pending next) {
        waits.add(Duration.between(NOW, next.nextTry()));
      }
    }

    assertThat(waits).hasSize(9);
    for (int i = 0; i < 9; i++) {
      Duration wait = RetrySchedule.WAITS.get(i);
      assertThat(waits.get(i)).isBetween(wait, wait.plus(wait.dividedBy(10)));
    }
    assertThat(last).isInstanceOf(Delivery.GivenUp.class);
    assertThat(last.tries()).isEqualTo(10);
    assertThat(RetrySchedule.WAITS.stream().reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofHours(75).plusMinutes(35).plusSeconds(5));
  }

  static List<Outcome> failures() {
    return List.of(
        new Outcome.Refused(302),
        new Outcome.Refused(404),
        new Outcome.Unreachable("timed_out"),
        new Outcome.Forbidden());
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whatFailedIsTriedAgain(Outcome outcome) {
    Delivery after = Pending.first(LETTER, NOW).claimed(NOW).after(outcome, NOW, schedule);

    assertThat(after).isInstanceOf(Pending.class);
    assertThat(after.failure()).isPresent();
    assertThat(after.tries()).isEqualTo(1);
  }

  @Test
  void anAnswerEndsIt() {
    Pending claimed = Pending.first(LETTER, NOW).claimed(NOW);

    assertThat(claimed.after(new Outcome.Accepted(204), NOW, schedule))
        .isInstanceOf(Delivery.Delivered.class);
    Delivery gone = claimed.after(new Outcome.Gone(), NOW, schedule);
    assertThat(gone).isInstanceOf(Delivery.GivenUp.class);
    assertThat(gone.isGone()).isTrue();
  }

  @Test
  void oneThatIsBeingTriedIsNotBegunAgainUntilItsLeaseIsOver() {
    Pending claimed = Pending.first(LETTER, NOW).claimed(NOW.plusSeconds(90));

    assertThat(claimed.restarted(NOW.plusSeconds(89))).isEmpty();
    assertThat(claimed.restarted(NOW.plusSeconds(90))).isPresent();
    assertThat(claimed.after(new Outcome.Refused(500), NOW, schedule).restarted(NOW)).isPresent();
  }

  @Test
  void theBodyIsJsonWithTheTenantWhateverIsInIt() {
    TenantId tenant = new TenantId("ten_" + "0".repeat(26));
    assertThat(
            Payload.of(
                "limit.near",
                NOW,
                tenant,
                Map.of("b", "say \"hi\"\\\n\u0001\u00e9\u2028", "a", "1", "tenant_id", "forged")))
        .isEqualTo(
            "{\"type\":\"limit.near\",\"timestamp\":\"2026-05-04T10:00:00Z\",\"data\":{\"a\":\"1\","
                + "\"b\":\"say \\\"hi\\\"\\\\\\u000a\\u0001\\u00e9\\u2028\",\"tenant_id\":\""
                + tenant.value()
                + "\"}}");
  }
}
