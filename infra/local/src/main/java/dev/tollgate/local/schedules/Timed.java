package dev.tollgate.local.schedules;

import dev.tollgate.local.template.FunctionDefinition;
import dev.tollgate.local.template.Trigger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A schedule of the template with the function it starts. */
record Timed(FunctionDefinition function, Trigger.Schedule schedule, Recurrence recurrence) {
  private static final Duration FREQUENT = Duration.ofHours(1);

  byte[] event() {
    return schedule.input().getBytes(StandardCharsets.UTF_8);
  }

  Optional<Instant> next(Instant after) {
    return recurrence.next(after);
  }

  /** Whether it fires so often that most firings find nothing to do. */
  boolean frequentAt(Instant time) {
    Optional<Instant> first = recurrence.next(time);
    Optional<Instant> second = first.flatMap(recurrence::next);
    return second.isPresent()
        && Duration.between(first.orElseThrow(), second.get()).compareTo(FREQUENT) <= 0;
  }
}
