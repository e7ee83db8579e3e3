package dev.tollgate.notifications;

import dev.tollgate.core.kernel.Unavailable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Every call to the outside in order, and the points at which one is to break. */
final class Calls {
  final List<String> made = new ArrayList<>();

  private final Set<String> deadly = new HashSet<>();
  private final Set<String> failing = new HashSet<>();

  /** The process dies there, once: {@code "before send"}, {@code "after send"}. */
  void dieAt(String point) {
    deadly.add(point);
  }

  /** The service does not answer there, once. */
  void failAt(String point) {
    failing.add(point);
  }

  <T> T call(String name, Supplier<T> effect) {
    made.add(name);
    reach("before " + name);
    T result = effect.get();
    reach("after " + name);
    return result;
  }

  void run(String name, Runnable effect) {
    call(
        name,
        () -> {
          effect.run();
          return name;
        });
  }

  private void reach(String point) {
    if (deadly.remove(point)) {
      throw new Death(point);
    }
    if (failing.remove(point)) {
      throw new Unavailable("broken " + point);
    }
  }

  /** An error, since no code of ours may live on from it. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;

    Death(String point) {
      super(point);
    }
  }
}
