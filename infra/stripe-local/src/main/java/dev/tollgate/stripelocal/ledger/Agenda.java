package dev.tollgate.stripelocal.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What falls due, per test clock and for the stack's own clock. The order is the same on every run:
 * due time, then the job's rank (the order in which jobs were registered), then the object's id.
 */
final class Agenda {
  /** The stack's own clock, where no test clock is named. */
  static final String STACK = "";

  /** A job to run for one object. */
  record Entry(String id, String clock, long due, String job, Kind kind, String target) {}

  /** A registered job: what it runs, on which kind, and its rank among jobs due at once. */
  private record Handler(int rank, Job job) {}

  private final Map<String, Handler> handlers = new LinkedHashMap<>();
  private final Map<String, NavigableSet<Entry>> byClock = new HashMap<>();

  void register(String name, Job job) {
    if (handlers.putIfAbsent(name, new Handler(handlers.size(), job)) != null) {
      throw new IllegalStateException("two jobs are called " + name);
    }
    // What was journaled is on the agenda before the jobs are known: the new rank reorders it.
    byClock.replaceAll((_, entries) -> sorted(entries));
  }

  private NavigableSet<Entry> sorted(Collection<Entry> entries) {
    NavigableSet<Entry> sorted = new TreeSet<>(order());
    sorted.addAll(List.copyOf(entries));
    return sorted;
  }

  @Nullable Job job(String name) {
    Handler handler = handlers.get(name);
    return handler == null ? null : handler.job();
  }

  static ObjectNode record(String clock, long due, String job, Kind kind, String target) {
    return Json.object()
        .put("id", idOf(job, target))
        .put("clock", clock)
        .put("due", due)
        .put("job", job)
        .put("kind", kind.name())
        .put("target", target);
  }

  static String idOf(String job, String target) {
    return job + ":" + target;
  }

  void add(ObjectNode record) {
    Entry entry = read(record);
    byClock.computeIfAbsent(entry.clock(), _ -> new TreeSet<>(order())).add(entry);
  }

  void remove(ObjectNode record) {
    Entry entry = read(record);
    NavigableSet<Entry> due = byClock.get(entry.clock());
    if (due != null) {
      due.remove(entry);
    }
  }

  /** The first entry of a clock. */
  Optional<Entry> next(String clock) {
    NavigableSet<Entry> due = byClock.get(clock);
    return due == null || due.isEmpty() ? Optional.empty() : Optional.of(due.first());
  }

  private Comparator<Entry> order() {
    ToIntFunction<Entry> rank =
        entry -> {
          Handler handler = handlers.get(entry.job());
          return handler == null ? Integer.MAX_VALUE : handler.rank();
        };
    return Comparator.comparingLong(Entry::due)
        .thenComparingInt(rank)
        .thenComparing(Entry::target)
        .thenComparing(Entry::id);
  }

  private static Entry read(ObjectNode record) {
    return new Entry(
        record.required("id").textValue(),
        record.required("clock").textValue(),
        record.required("due").longValue(),
        record.required("job").textValue(),
        Kind.valueOf(record.required("kind").textValue()),
        record.required("target").textValue());
  }
}
