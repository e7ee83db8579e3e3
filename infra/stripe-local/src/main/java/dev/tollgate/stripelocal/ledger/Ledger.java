package dev.tollgate.stripelocal.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Work.Place;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The state behind one lock: runs Works one after the other, commits them to store and journal, and
 * runs what falls due. Safe for use by many threads.
 */
public final class Ledger implements AutoCloseable {
  /** Told of each event inside the Work that emits it. */
  @FunctionalInterface
  public interface Emission {
    void emitted(Work work, ObjectNode event);
  }

  /** Told, after a commit and outside the lock, which objects of a kind are new or changed. */
  @FunctionalInterface
  public interface Committed {
    void committed(List<ObjectNode> objects);
  }

  private final ReentrantLock lock = new ReentrantLock(true);
  private final Agenda agenda = new Agenda();
  private final Store store = new Store(agenda);
  private final List<Emission> emissions = new ArrayList<>();
  private final Map<Kind, Committed> committed = new EnumMap<>(Kind.class);
  private final Ids ids;
  private final InstantSource clock;
  private final Journal journal;

  private Ledger(Journal journal, InstantSource clock, RandomGenerator random) {
    this.journal = journal;
    this.clock = clock;
    this.ids = new Ids(random);
  }

  /** Opens what was journaled in the directory; without one everything is in memory only. */
  public static Ledger open(Optional<Path> data, InstantSource clock, RandomGenerator random) {
    Ledger ledger = new Ledger(Journal.open(data), clock, random);
    ledger.journal.replay(ledger.store);
    return ledger;
  }

  public void job(String name, Job job) {
    agenda.register(name, job);
  }

  public void onEmit(Emission emission) {
    emissions.add(emission);
  }

  /** At most one listener a kind. */
  public void onCommit(Kind kind, Committed listener) {
    committed.put(kind, listener);
  }

  /** Runs one Work at the stack's time; an exception leaves no trace of it. */
  public <T extends @Nullable Object> T work(Origin origin, Function<Work, T> body) {
    return workAt(now(), origin, body);
  }

  /** Runs one Work at a given time, in seconds. */
  public <T extends @Nullable Object> T workAt(long now, Origin origin, Function<Work, T> body) {
    Map<Place, @Nullable ObjectNode> changes;
    T result;
    lock.lock();
    try {
      Work work = new Work(this, store, ids, origin, now);
      result = body.apply(work);
      changes = work.changes();
      commit(changes);
    } finally {
      lock.unlock();
    }
    tell(changes);
    return result;
  }

  /** The stack's clock, in seconds. */
  public long now() {
    return clock.instant().getEpochSecond();
  }

  /** A prefix and 24 random letters and digits. */
  public String newId(String prefix) {
    lock.lock();
    try {
      return ids.next(prefix);
    } finally {
      lock.unlock();
    }
  }

  /** When the stack's clock next has something to do. */
  public Optional<Instant> nextDue() {
    return nextDue(Agenda.STACK);
  }

  /** When a test clock next has something to do; empty also where there is no such clock. */
  public Optional<Instant> nextDue(String testClock) {
    lock.lock();
    try {
      return agenda.next(testClock).map(entry -> Instant.ofEpochSecond(entry.due()));
    } finally {
      lock.unlock();
    }
  }

  /** Runs all that is due on the stack's clock, each at its due moment, in order. */
  public void runDue() {
    long until = now();
    while (runNext(Agenda.STACK, until, Optional.empty())) {
      // Each job is its own Work; it may put further ones on the agenda.
    }
  }

  /** Runs all that is due on a test clock until then, moving its frozen time along. */
  public void runDue(String testClock, long until) {
    while (runNext(testClock, until, Optional.of(testClock))) {
      // As above.
    }
  }

  private boolean runNext(String clockId, long until, Optional<String> testClock) {
    Agenda.Entry entry;
    lock.lock();
    try {
      entry = agenda.next(clockId).filter(next -> next.due() <= until).orElse(null);
    } finally {
      lock.unlock();
    }
    if (entry == null) {
      return false;
    }
    return workAt(
        entry.due(),
        Origin.AUTOMATIC,
        work -> {
          testClock.ifPresent(id -> moveTo(work, id, entry.due()));
          run(work, entry);
          return true;
        });
  }

  private static void moveTo(Work work, String testClock, long due) {
    ObjectNode object = work.get(Kind.TEST_CLOCK, testClock);
    object.put("frozen_time", Math.max(due, Json.number(object, "frozen_time", due)));
  }

  private void run(Work work, Agenda.Entry entry) {
    boolean stillDue = work.due(entry.job(), entry.target()).equals(Optional.of(entry.due()));
    if (!stillDue) {
      return; // another thread ran it meanwhile
    }
    work.unschedule(entry.job(), entry.target());
    Job job = agenda.job(entry.job());
    if (job != null) {
      work.find(entry.kind(), entry.target()).ifPresent(object -> job.run(work, object));
    }
  }

  void tell(Work work, ObjectNode event) {
    emissions.forEach(emission -> emission.emitted(work, event));
  }

  private void commit(Map<Place, @Nullable ObjectNode> changes) {
    if (changes.isEmpty()) {
      return;
    }
    journal.append(changes);
    changes.forEach(
        (place, object) -> {
          if (object == null) {
            store.remove(place.kind(), place.id());
          } else {
            store.put(place.kind(), place.id(), object);
          }
        });
  }

  private void tell(Map<Place, @Nullable ObjectNode> changes) {
    committed.forEach(
        (kind, listener) -> {
          List<ObjectNode> objects = new ArrayList<>();
          changes.forEach(
              (place, object) -> {
                if (place.kind() == kind && object != null) {
                  objects.add(object);
                }
              });
          if (!objects.isEmpty()) {
            listener.committed(objects);
          }
        });
  }

  @Override
  public void close() {
    lock.lock();
    try {
      journal.close();
    } finally {
      lock.unlock();
    }
  }
}
