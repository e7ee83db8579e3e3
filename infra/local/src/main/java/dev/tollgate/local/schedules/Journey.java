package dev.tollgate.local.schedules;

import dev.tollgate.local.clock.StackClock;
import dev.tollgate.local.quiet.Quiet;
import dev.tollgate.local.quiet.Stuck;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves the clock, for all or for one tenant, stopping wherever a schedule fires on the way and
 * going on when all is quiet again. Tenants that have a time of their own are moved with all, and
 * their clocks beside the functions with them.
 *
 * <p>A schedule that fires every hour or more often would fire 20,000 times in a fortnight and find
 * nothing to do. It is stopped for only at its first firing after something falls due in the table,
 * once more at the end, and once before setting out.
 */
public final class Journey {
  private final Scheduler scheduler;
  private final StackClock clock;
  private final DueIndex due;
  private final TenantClocks tenants;
  private final Quiet quiet;

  /**
   * @param quiet without the scheduler, whose turn the journey holds
   */
  public Journey(
      Scheduler scheduler, StackClock clock, DueIndex due, TenantClocks tenants, Quiet quiet) {
    this.scheduler = scheduler;
    this.clock = clock;
    this.due = due;
    this.tenants = tenants;
    this.quiet = quiet;
  }

  public boolean isKnown(String tenant) {
    return tenants.isKnown(tenant);
  }

  /** Throws {@link Stuck} where a stop does not become quiet; the clock stays there. */
  public Instant toTime(Instant target) {
    return travel(new OfAll(clock, due, tenants, scheduler.agenda()), target);
  }

  /** The same for one tenant, whose time alone moves. */
  public Instant toTime(Instant target, String tenant) {
    return travel(new OfOne(tenant, clock, due, tenants), target);
  }

  private Instant travel(Traveller traveller, Instant target) {
    scheduler.turn().lock();
    try {
      Instant start = traveller.now();
      Map<Timed, Instant> offered = new HashMap<>();
      scheduler.schedules().forEach(timed -> offered.put(timed, start));
      traveller.moveTo(start); // before its first journey a tenant has no clock of its own
      fireFrequent(start);
      for (Optional<Stop> stop = next(offered, target, traveller);
          stop.isPresent();
          stop = next(offered, target, traveller)) {
        traveller.moveTo(stop.get().time());
        switch (stop.get()) {
          case Firing firing -> {
            scheduler.fire(firing.schedule());
            offered.put(firing.schedule(), firing.time());
          }
          case Beside _ -> traveller.runBeside();
        }
        rest();
      }
      traveller.moveTo(target);
      rest();
      fireFrequent(target);
      scheduler.catchUp();
      return traveller.now();
    } finally {
      scheduler.turn().unlock();
    }
  }

  /** Where the clock stands still on its way. */
  private sealed interface Stop {
    Instant time();
  }

  private record Firing(Instant time, Timed schedule) implements Stop {}

  /** Something that is not a function has something to do. */
  private record Beside(Instant time) implements Stop {}

  private Optional<Stop> next(Map<Timed, Instant> offered, Instant target, Traveller traveller) {
    Instant longestAgo = offered.values().stream().min(Instant::compareTo).orElse(target);
    List<Instant> dueTimes = traveller.dueBetween(longestAgo, target);
    Stop first =
        traveller.nextBeside().filter(time -> !time.isAfter(target)).map(Beside::new).orElse(null);
    for (Timed timed : scheduler.schedules()) {
      Instant since = offered.getOrDefault(timed, target);
      Optional<Instant> firing =
          timed.frequentAt(since) ? afterDue(timed, since, dueTimes) : timed.next(since);
      if (firing.isPresent()
          && !firing.get().isAfter(target)
          && (first == null || firing.get().isBefore(first.time()))) {
        first = new Firing(firing.get(), timed);
      }
    }
    return Optional.ofNullable(first);
  }

  private static Optional<Instant> afterDue(Timed timed, Instant since, List<Instant> dueTimes) {
    return dueTimes.stream()
        .filter(time -> time.isAfter(since))
        .findFirst()
        .flatMap(time -> timed.next(time.minusNanos(1)));
  }

  private void fireFrequent(Instant time) {
    for (Timed timed : scheduler.schedules()) {
      if (timed.frequentAt(time)) {
        scheduler.fire(timed);
      }
    }
    rest();
  }

  private void rest() {
    List<String> left = quiet.await(Quiet.PATIENCE);
    if (!left.isEmpty()) {
      throw new Stuck(left);
    }
  }
}
