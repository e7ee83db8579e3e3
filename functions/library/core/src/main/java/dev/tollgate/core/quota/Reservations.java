package dev.tollgate.core.quota;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.ReservationId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.usage.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps what is set aside, together with the meters that count it. */
public interface Reservations {
  /**
   * Sets all of it aside in one transaction, or nothing of it. Whoever contends is never told that
   * it is full.
   *
   * @param seen the version of the enrollment by which the claims were made
   * @param news writes what is told when a mark is reached, in the same transaction
   */
  Taking take(Reservation wanted, List<Claim> claims, long seen, News news);

  Optional<Reservation> find(TenantId tenant, ReservationId id);

  /**
   * Keeps a reservation, giving back what it does not keep, where it still is reserved and its time
   * is not over: one transaction. False where it is not so any more; nothing changes then.
   *
   * @param kept the reservation as it will be
   * @param billed what of it is charged for, each with the message that reports it
   */
  boolean commit(Reservation reserved, Reservation kept, List<Billed> billed, Instant now);

  /**
   * Gives all of it back, where it is as given: one transaction. False where it is not so any more.
   *
   * @param end {@code RELEASED} or {@code EXPIRED}
   */
  boolean giveBack(Reservation reservation, Reservation.State end, Instant now);

  /** The tenant's reservations whose time is over and that still count; may lag behind. */
  List<Reservation> overdue(TenantId tenant, Instant now);

  /**
   * The same of a tenant whose own time runs ahead; never lags behind. By that time everybody's are
   * over, so only the tenant's own are read, kept ones too.
   */
  List<Reservation> overdueAhead(TenantId tenant, Instant now);

  /** The same of all tenants, some of them. */
  List<Reservation> overdue(Instant now, int most);

  /** Tells what is news. */
  interface News {
    /**
     * @param level that was reached
     */
    List<Message> reached(Slot slot, Claim.Mark mark, long level);
  }

  /** A use that is charged for, and the message that reports it. */
  record Billed(Usage usage, Message message) {}

  /** How taking ended. */
  sealed interface Taking {
    record Taken() implements Taking {}

    /** Somebody took under that id before: whoever asks again, or somebody else. */
    record There(Reservation there) implements Taking {}

    /**
     * Limits refuse it, all of them.
     *
     * @param used how far each of them is
     */
    record Over(Map<Meter, Long> used) implements Taking {}

    /** The tenant's limits have changed since they were read: decide again. */
    record Stale() implements Taking {}
  }
}
