package dev.tollgate.core.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.AnEdition;
import dev.tollgate.core.editions.DayCount;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.TrialEnd;
import dev.tollgate.core.editions.TrialPolicy;
import dev.tollgate.core.editions.TrialScope;
import dev.tollgate.core.kernel.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How long there is something to read behind a trial; elsewhere the edition's 30 days count. */
class ReadOnlyWindowTest {
  private static final Instant END = Instant.parse("2026-05-18T10:00:00Z");

  @Test
  void whatIsLockedCanBeReadForEver() {
    Edition lock = edition(new TrialEnd.ReadOnlyLock(Duration.ofDays(3)));
    assertThat(isLive(lock, END.plus(Duration.ofDays(3)))).isFalse();
    assertThat(isReadable(lock, END.plus(Duration.ofDays(3)))).isTrue();
    assertThat(isReadable(lock, END.plus(Duration.ofDays(4_000)))).isTrue();
  }

  @Test
  void behindAWallItIsHiddenWhenTheWallsOwnWindowIsOver() {
    Edition wall = edition(new TrialEnd.ComputedWall(Duration.ofDays(10)));
    Instant hidden = END.plus(Duration.ofDays(10));
    assertThat(isLive(wall, END)).isFalse();
    assertThat(isReadable(wall, hidden.minusMillis(1))).isTrue();
    assertThat(isReadable(wall, hidden)).isFalse();
  }

  @Test
  void aTrialThatNobodyChargedIsReadableAsLongAsEverythingElse() {
    Edition charged = edition(new TrialEnd.ChargeOnDay(15, List.of(), false));
    assertThat(isReadable(charged, END.plus(Duration.ofDays(30)).minusMillis(1))).isTrue();
    assertThat(isReadable(charged, END.plus(Duration.ofDays(30)))).isFalse();
  }

  private static boolean isReadable(Edition edition, Instant now) {
    return ReadOnlyWindow.of(edition).isOpen(at(edition, now), now);
  }

  private static boolean isLive(Edition edition, Instant now) {
    return at(edition, now).isLive(now);
  }

  private static Subscription at(Edition edition, Instant now) {
    return Enrollment.begun(
            new Ids(new Random(1)).tenant(END),
            new Grant.Trial("pro", END.minus(Duration.ofDays(14)), END))
        .at(now, edition.terms());
  }

  private static Edition edition(TrialEnd afterwards) {
    return new AnEdition()
        .trying(
            new TrialPolicy.Trial(
                "pro",
                Duration.ofDays(14),
                DayCount.FROM_ZERO,
                List.of(),
                false,
                TrialScope.TENANT,
                afterwards))
        .build();
  }
}
