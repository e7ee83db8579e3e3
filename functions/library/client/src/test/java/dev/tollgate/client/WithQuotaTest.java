package dev.tollgate.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WithQuotaTest {
  private static final String COMMIT = "POST /api/v1/quota/reservations/ID/commit ";
  private static final String RELEASE = "DELETE /api/v1/quota/reservations/ID";

  private final Desk desk = new Desk();
  private final List<String> ran = new ArrayList<>();

  WithQuotaTest() throws IOException {}

  @AfterEach
  void close() {
    desk.close();
  }

  private static String items(long emails) {
    return "{\"items\":[{\"meter\":\"emails\",\"amount\":" + emails + "}]}";
  }

  private String work() {
    ran.add("after " + desk.asked().size());
    return "made";
  }

  @Test
  void workRunsBetweenReservationAndCommit() {
    desk.server.reserves().commits();
    assertThat(desk.tollgate.withQuota("emails", 5, this::work))
        .isEqualTo(new Outcome.Done<>("made"));
    assertThat(ran).containsExactly("after 1");
    assertThat(desk.asked()).hasSize(2).last().isEqualTo(COMMIT + "{}");
    assertThat(desk.server.calls().getFirst().body()).contains("\"ttl_seconds\":300");
  }

  @Test
  @SuppressWarnings("NullAway") // this version does not infer that T is nullable here
  void workWithoutAResultIsWorkToo() {
    desk.server.reserves().commits();
    Outcome<@Nullable String> outcome =
        desk.tollgate.withQuota(Map.of("emails", 5L), Duration.ofSeconds(9), () -> null);
    assertThat(outcome).isEqualTo(new Outcome.Done<@Nullable String>(null));
    assertThat(desk.server.calls().getFirst().body()).contains("\"ttl_seconds\":9");
  }

  @Test
  void workThatIsRefusedNeverRuns() {
    desk.server.refuses().problem(403, "tenant_suspended");
    assertThat(desk.tollgate.withQuota("emails", 5, this::work))
        .isInstanceOfSatisfying(
            Outcome.NotDone.class, no -> assertThat(no.why()).isInstanceOf(Refused.class));
    assertThat(desk.tollgate.withQuotaUpTo("emails", 5, () -> Used.of(work(), "emails", 1)))
        .isInstanceOfSatisfying(
            Outcome.NotDone.class, no -> assertThat(no.why()).isInstanceOf(Blocked.class));
    assertThat(ran).isEmpty();
  }

  @Test
  void anExceptionGivesTheQuotaBackAndIsThrownOn() {
    desk.server.reserves().releases();
    IOException failure = new IOException("disk full");
    Work<String, IOException> work =
        () -> {
          throw failure;
        };
    assertThatThrownBy(() -> desk.tollgate.withQuota("emails", 5, work)).isSameAs(failure);
    assertThat(failure).hasNoSuppressedExceptions();
    assertThat(desk.asked()).hasSize(2).last().isEqualTo(RELEASE);
  }

  @Test
  void anErrorGivesTheQuotaBackToo() {
    desk.server.reserves().releases();
    Work<Used<String>, RuntimeException> work =
        () -> {
          throw new StackOverflowError();
        };
    assertThatThrownBy(() -> desk.tollgate.withQuotaUpTo("emails", 5, work))
        .isInstanceOf(StackOverflowError.class);
    assertThat(desk.asked()).last().isEqualTo(RELEASE);
  }

  @Test
  void aReleaseThatFailsDoesNotHideTheException() {
    desk.server.reserves().problem(401, "unauthenticated");
    IllegalStateException failure = new IllegalStateException("bug");
    Work<String, RuntimeException> work =
        () -> {
          throw failure;
        };
    assertThatThrownBy(() -> desk.tollgate.withQuota("emails", 5, work)).isSameAs(failure);
    assertThat(failure.getSuppressed()).singleElement().isInstanceOf(TollgateRefused.class);
  }

  @Test
  void workThatOutlivesItsReservationIsDoneButNotCounted() {
    desk.server.reserves().lapses("reservation_expired");
    assertThat(desk.tollgate.withQuota("emails", 5, this::work))
        .isEqualTo(
            new Outcome.Uncounted<>(
                "made", new CommitAnswer.Lapsed("reservation_expired", "In words.")));
  }

  @Test
  void anUnknownCommitIsNotReleased() {
    desk.server.reserves().answers(500, "text/plain", "oops");
    assertThatThrownBy(() -> desk.tollgate.withQuota("emails", 5, this::work))
        .isInstanceOf(TollgateUnavailable.class);
    assertThat(desk.asked()).hasSize(2).doesNotContain(RELEASE);
  }

  @Test
  void workThatMeasuresItselfCommitsWhatItTook() {
    desk.server.reserves().commits();
    assertThat(desk.tollgate.withQuotaUpTo("emails", 5, () -> Used.of(work(), "emails", 2)))
        .isEqualTo(new Outcome.Done<>("made"));
    assertThat(desk.asked()).last().isEqualTo(COMMIT + items(2));
  }

  @Test
  void workThatTookMoreThanItReservedIsCountedAsFarAsItReserved() {
    desk.server.reserves().commits();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> desk.tollgate.withQuotaUpTo("emails", 5, () -> Used.of(work(), "emails", 7)))
        .withMessageContaining("emails");
    assertThat(desk.asked()).last().isEqualTo(COMMIT + items(5));
  }

  @Test
  void workThatNamesAnotherMeterIsCountedInFull() {
    desk.server.reserves().commits();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> desk.tollgate.withQuotaUpTo("emails", 5, () -> Used.of(work(), "rows", 1)));
    assertThat(desk.asked()).last().isEqualTo(COMMIT + items(5));
  }

  @Test
  void workThatIsToldToStopIsSettledAllTheSame() {
    desk.server.reserves().commits().reserves().releases();
    desk.tollgate.withQuota(
        "emails",
        5,
        () -> {
          Thread.currentThread().interrupt();
          return work();
        });
    assertThat(Thread.interrupted()).isTrue();
    assertThat(desk.asked()).last().isEqualTo(COMMIT + "{}");

    Work<String, RuntimeException> stops =
        () -> {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("stopped");
        };
    assertThatThrownBy(() -> desk.tollgate.withQuota("emails", 5, stops))
        .hasMessage("stopped")
        .hasNoSuppressedExceptions();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(desk.asked()).last().isEqualTo(RELEASE);
  }
}
