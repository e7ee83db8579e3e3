package dev.tollgate.local.schedules;

import dev.tollgate.local.clock.StackClock;
import dev.tollgate.local.functions.Functions;
import dev.tollgate.local.quiet.Worker;
import dev.tollgate.local.template.FunctionDefinition;
import dev.tollgate.local.template.Trigger;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Fires schedules as the stack's clock reaches them, one after the other. Firings that were missed
 * while the computer slept count as one. A failed one is not repeated: the next is its repetition.
 */
public final class Scheduler implements Worker, AutoCloseable {
  private static final Logger LOG = System.getLogger(Scheduler.class.getName());

  /** The wall clock may be set and the computer may sleep, so it never waits longer than this. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private final List<Timed> schedules;
  private final StackClock clock;
  private final Functions functions;
  private final Agenda agenda;
  private final Map<Timed, Instant> lastFired = new HashMap<>();
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Condition passed = turn.newCondition();
  private volatile @Nullable Thread thread;

  private Scheduler(List<Timed> schedules, StackClock clock, Functions functions, Agenda agenda) {
    this.schedules = List.copyOf(schedules);
    this.clock = clock;
    this.functions = functions;
    this.agenda = agenda;
    Instant now = clock.instant();
    schedules.forEach(timed -> lastFired.put(timed, now));
  }

  /** Understands every schedule of the given functions, or refuses the template; fires none yet. */
  public static Scheduler of(
      List<FunctionDefinition> definitions, StackClock clock, Functions functions, Agenda agenda) {
    Instant anchor = clock.instant();
    List<Timed> schedules = new ArrayList<>();
    for (FunctionDefinition definition : definitions) {
      definition
          .triggers(Trigger.Schedule.class)
          .forEach(s -> schedules.add(new Timed(definition, s, Recurrence.of(s, anchor))));
    }
    return new Scheduler(schedules, clock, functions, agenda);
  }

  public void start() {
    thread = Thread.ofVirtual().name("scheduler").start(this::run);
  }

  private void run() {
    turn.lock();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        fireDue();
        passed.awaitNanos(LONGEST_WAIT.toNanos());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      turn.unlock();
    }
  }

  /** Whoever moves the clock holds the turn, so that no firing comes in between. */
  ReentrantLock turn() {
    return turn;
  }

  List<Timed> schedules() {
    return schedules;
  }

  /** What has things to do beside the schedules. */
  Agenda agenda() {
    return agenda;
  }

  /** Needs the turn. */
  void fireDue() {
    runAgenda();
    Instant now = clock.instant();
    for (Timed timed : schedules) {
      if (isDue(timed, now)) {
        fire(timed);
        lastFired.put(timed, now);
      }
    }
  }

  /** What goes wrong there must not stop the schedules: it is tried again with the next look. */
  private void runAgenda() {
    try {
      agenda.runDue();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "what is due beside the schedules", e);
    }
  }

  /** Needs the turn. */
  void fire(Timed timed) {
    functions.invoke(timed.function(), timed.event());
  }

  /** Everything up to now counts as fired. Needs the turn. */
  void catchUp() {
    Instant now = clock.instant();
    lastFired.replaceAll((timed, before) -> now);
  }

  private boolean isDue(Timed timed, Instant now) {
    Optional<Instant> next = timed.next(lastFired.getOrDefault(timed, now));
    return next.isPresent() && !next.get().isAfter(now);
  }

  @Override
  public List<String> unfinished(long since) {
    if (!turn.tryLock()) {
      return List.of("a schedule is running");
    }
    try {
      Instant now = clock.instant();
      List<String> left = new ArrayList<>();
      schedules.stream()
          .filter(timed -> isDue(timed, now))
          .forEach(timed -> left.add("the schedule " + timed.schedule().name() + " is due"));
      agenda
          .nextDue()
          .filter(time -> !time.isAfter(now))
          .ifPresent(time -> left.add("something beside the schedules is due since " + time));
      return left;
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void close() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
  }
}
