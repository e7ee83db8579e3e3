package dev.tollgate.local.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.local.clock.StackClock;
import dev.tollgate.local.fake.Fakes;
import dev.tollgate.local.functions.Activity;
import dev.tollgate.local.functions.Functions;
import dev.tollgate.local.quiet.Quiet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchedulerTest {
  private final StackClock clock = StackClock.open(null);
  private final Functions none = new Functions(Map.of(), new Activity(), Fakes.NO_LOG);

  @AfterEach
  void stop() {
    none.close();
    clock.close();
  }

  @Test
  void whatIsDueBesideTheSchedulesIsNotSettledUntilItIsDone() {
    Beside beside = new Beside(clock.instant(), 0);
    try (Scheduler scheduler = Scheduler.of(List.of(), clock, none, beside)) {
      assertThat(scheduler.unfinished(0)).singleElement().asString().contains("is due since");
      scheduler.start();
      assertThat(settled(scheduler)).isEmpty();
    }
  }

  @Test
  void aFailureBesideTheSchedulesIsTriedAgain() {
    Beside beside = new Beside(clock.instant(), 1);
    try (Scheduler scheduler = Scheduler.of(List.of(), clock, none, beside)) {
      scheduler.start();
      assertThat(settled(scheduler)).isEmpty();
      assertThat(beside.runs).hasValueGreaterThanOrEqualTo(2);
    }
  }

  private static List<String> settled(Scheduler scheduler) {
    return new Quiet(new Activity(), List.of(scheduler)).await(Duration.ofSeconds(20));
  }

  /** One thing to do, which fails a few times. */
  private static final class Beside implements Agenda {
    private final AtomicInteger runs = new AtomicInteger();
    private final Instant due;
    private final int failures;

    Beside(Instant due, int failures) {
      this.due = due;
      this.failures = failures;
    }

    @Override
    public Optional<Instant> nextDue() {
      return runs.get() > failures ? Optional.empty() : Optional.of(due);
    }

    @Override
    public void runDue() {
      if (runs.incrementAndGet() <= failures) {
        throw new IllegalStateException("not yet");
      }
    }
  }
}
