package dev.tollgate.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs work under a reservation that is already held, and settles it. */
final class RunningUnderQuota {
  private final Reservation reservation;

  RunningUnderQuota(Reservation reservation) {
    this.reservation = reservation;
  }

  <T extends @Nullable Object, E extends Exception> Outcome<T> counted(Work<T, E> work) throws E {
    T value = run(work);
    return committed(value, reservation.amounts());
  }

  <T extends @Nullable Object, E extends Exception> Outcome<T> measured(Work<Used<T>, E> work)
      throws E {
    Used<T> used = run(work);
    try {
      Wishes.requireWithin(reservation.amounts(), used.amounts());
    } catch (IllegalArgumentException wrong) {
      settle(wrong, () -> reservation.commit(held(used.amounts())));
      throw wrong;
    }
    return committed(used.value(), used.amounts());
  }

  private <T extends @Nullable Object, E extends Exception> T run(Work<T, E> work) throws E {
    try {
      return work.run();
    } catch (Throwable failure) {
      settle(failure, reservation::release);
      throw failure;
    }
  }

  private <T extends @Nullable Object> Outcome<T> committed(T value, Map<String, Long> used) {
    boolean interrupted = Thread.interrupted();
    try {
      return switch (commit(used)) {
        case CommitAnswer.Committed() -> new Outcome.Done<>(value);
        case CommitAnswer.Lapsed lapsed -> new Outcome.Uncounted<>(value, lapsed);
      };
    } finally {
      restore(interrupted);
    }
  }

  private CommitAnswer commit(Map<String, Long> used) {
    return used.equals(reservation.amounts()) ? reservation.commit() : reservation.commit(used);
  }

  private static void settle(Throwable failure, Runnable call) {
    boolean interrupted = Thread.interrupted();
    try {
      call.run();
    } catch (RuntimeException unsettled) {
      failure.addSuppressed(unsettled);
    } finally {
      restore(interrupted);
    }
  }

  /** Work that was told to stop is settled all the same; then the thread is interrupted again. */
  private static void restore(boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Of what was told wrongly, as much as is held. */
  private Map<String, Long> held(Map<String, Long> used) {
    Map<String, Long> amounts = new LinkedHashMap<>(reservation.amounts());
    amounts.replaceAll((meter, held) -> Math.clamp(used.getOrDefault(meter, held), 0L, held));
    return amounts;
  }
}
