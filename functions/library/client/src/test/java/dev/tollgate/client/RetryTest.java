package dev.tollgate.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {
  private static final Duration TTL = Duration.ofMinutes(5);

  private final Desk desk = new Desk();

  RetryTest() throws IOException {}

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aReservationWhoseAnswerWasLostIsNotMadeTwice() {
    Map<String, String> reserved = new ConcurrentHashMap<>();
    desk.server
        .then((_, call) -> reserved.put(call.reservation(), call.body())) // and cuts
        .then((_, call) -> reserved.put(call.reservation(), call.body()))
        .ok("{'id':'ID','state':'reserved','items':[],'expires_at':'2026-05-01T10:05:00Z'}");

    Reservation reservation = (Reservation) desk.tollgate.reserve("emails", 1, TTL);

    assertThat(reserved).containsOnlyKeys(reservation.id());
    assertThat(desk.server.calls())
        .hasSize(3)
        .allMatch(call -> call.body().equals(reserved.get(reservation.id())));
    assertThat(desk.pauses).hasSize(2);
  }

  @Test
  void aCommitWhoseAnswerWasLostIsSaidAgain() {
    Reservation reservation = desk.reservation();
    desk.server.cuts().commits();
    assertThat(reservation.commit()).isEqualTo(new CommitAnswer.Committed());
    assertThat(desk.asked().get(1)).isEqualTo(desk.asked().get(2));
  }

  @Test
  void aCommitWhoseAnswerStaysUnknownSaysThat() {
    Reservation reservation = desk.reservation();
    for (int i = 0; i < 20; i++) {
      desk.server.cuts();
    }
    assertThatThrownBy(reservation::commit)
        .isInstanceOf(TollgateUnavailable.class)
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void retryAfterIsHonouredWithUpToATenthMore() {
    desk.server.asksToWait(429, "2").asksToWait(503, "1").reserves();
    assertThat(desk.tollgate.reserve("emails", 1, TTL)).isInstanceOf(Reservation.class);
    assertThat(desk.pauses).hasSize(2);
    assertThat(desk.pauses.getFirst()).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2200));
    assertThat(desk.pauses.getLast()).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1100));
  }

  @Test
  void retryAfterMayBeADate() {
    desk.server.asksToWait(429, "Fri, 01 May 2026 10:00:04 GMT").reserves();
    desk.tollgate.reserve("emails", 1, TTL);
    assertThat(desk.pauses)
        .singleElement()
        .satisfies(pause -> assertThat(pause.toSeconds()).isEqualTo(4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"soon", "-1", "99999999999999999999", "Fri, 01 May 2020 10:00:04 GMT", ""})
  void aRetryAfterWithoutSenseIsAsNone(String text) {
    desk.server.asksToWait(429, text).reserves();
    desk.tollgate.reserve("emails", 1, TTL);
    assertThat(desk.pauses)
        .singleElement()
        .satisfies(
            pause -> assertThat(pause).isBetween(Duration.ofMillis(50), Duration.ofMillis(100)));
  }

  @Test
  void whoAsksForMorePatienceThanThereIsIsLeftAloneAtOnce() {
    desk.server.asksToWait(429, "11");
    assertThatThrownBy(() -> desk.tollgate.reserve("emails", 1, TTL))
        .isInstanceOfSatisfying(
            TollgateUnavailable.class,
            unavailable ->
                assertThat(unavailable.retryAfter())
                    .isEqualTo(Optional.of(Duration.ofSeconds(11))));
    assertThat(desk.asked()).hasSize(1);
    assertThat(desk.pauses).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void pausesGrowUntilPatienceEnds(int status) {
    for (int i = 0; i < 50; i++) {
      desk.server.answers(status, "text/html", "<p>Bad weather</p>");
    }
    assertThatThrownBy(() -> desk.tollgate.check("emails", 1))
        .isInstanceOf(TollgateUnavailable.class);

    List<Long> most = List.of(100L, 200L, 400L, 800L, 1600L, 3200L, 3200L, 3200L);
    assertThat(desk.pauses).hasSizeBetween(6, 8);
    for (int i = 0; i < desk.pauses.size(); i++) {
      assertThat(desk.pauses.get(i).toMillis()).isBetween(most.get(i) / 2, most.get(i));
    }
    assertThat(desk.pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofSeconds(6), Duration.ofSeconds(10));
    assertThat(desk.asked()).hasSize(desk.pauses.size() + 1);
  }

  @Test
  void aClockThatIsSetBackBuysNoMorePatience() {
    for (int i = 0; i < 50; i++) {
      desk.server.cuts();
    }
    Tollgate client = desk.tollgate.with(() -> Desk.START.minusSeconds(desk.asked().size() * 60L));
    assertThatThrownBy(() -> client.check("emails", 1)).isInstanceOf(TollgateUnavailable.class);
    assertThat(desk.pauses).hasSizeBetween(6, 8);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 404, 408, 500, 501})
  void otherAnswersAreNotAskedForAgain(int status) {
    desk.server.answers(status, "text/html", "<p>Something</p>");
    assertThatThrownBy(() -> desk.tollgate.reserve("emails", 1, TTL))
        .isInstanceOf(TollgateUnavailable.class)
        .hasMessageContaining("status " + status);
    assertThat(desk.asked()).hasSize(1);
  }

  @Test
  void anUnreachableTollgateIsNeverAYes() {
    desk.close();
    assertThatThrownBy(() -> desk.tollgate.check("emails", 1))
        .isInstanceOf(TollgateUnavailable.class);
    assertThatThrownBy(() -> desk.tollgate.has("exports")).isInstanceOf(TollgateUnavailable.class);
    assertThatThrownBy(() -> desk.tollgate.withQuota("emails", 1, () -> fail("ran")))
        .isInstanceOf(TollgateUnavailable.class);
    assertThat(desk.pauses).isNotEmpty();
  }

  @Test
  void aBodyThatNeverEndsIsGivenUpAndAskedForAgain() {
    desk.server.stalls();
    for (int i = 0; i < 5; i++) { // a slow machine may need more than one
      desk.server.ok("{'allowed':true,'used':1,'limit':5,'remaining':4}");
    }
    Tollgate hasty = desk.tollgate.withTimeout(Duration.ofSeconds(1));
    assertThat(hasty.check("emails", 1).allowed()).isTrue();
    assertThat(desk.pauses).isNotEmpty();
  }

  @Test
  void withoutPatienceThereIsOneAttempt() {
    desk.server.cuts();
    Tollgate hasty = desk.tollgate.withPatience(Duration.ZERO);
    assertThatThrownBy(() -> hasty.check("emails", 1)).isInstanceOf(TollgateUnavailable.class);
    assertThat(desk.asked()).hasSize(1);
  }

  @Test
  void whoIsInterruptedStopsAndStaysInterrupted() {
    desk.server.cuts();
    Tollgate client =
        desk.tollgate.with(
            (Pause)
                _ -> {
                  throw new InterruptedException();
                });
    assertThatThrownBy(() -> client.check("emails", 1)).isInstanceOf(TollgateUnavailable.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(desk.asked()).hasSize(1);
  }

  private static String fail(String what) {
    throw new AssertionError(what);
  }
}
