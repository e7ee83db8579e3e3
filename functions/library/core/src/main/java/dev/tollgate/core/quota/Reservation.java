package dev.tollgate.core.quota;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.ReservationId;
import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Quota that was set aside before the work, all of it or none.
 *
 * @param holds one for each meter; a kept one of a gauge stays until it is given back
 * @param expiresAt when it is given back by itself, unless it was kept before
 */
public record Reservation(
    TenantId tenant,
    ReservationId id,
    List<Hold> holds,
    State state,
    Instant createdAt,
    Instant expiresAt) {
  public Reservation {
    holds = List.copyOf(holds);
  }

  /** What became of it. Stored and sent by its {@link #wireName()}, so names are kept. */
  public enum State {
    /** Counts. Ends by commit, release or its time. */
    RESERVED,
    /** Counts. A gauge's ends by release, a counter's with its period. */
    COMMITTED,
    /** Given back by whoever asked for it. */
    RELEASED,
    /** Given back because its time was over. */
    EXPIRED;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** As it is at that moment: what expired is expired before anybody has noted it. */
  public Reservation at(Instant now) {
    return state == State.RESERVED && !now.isBefore(expiresAt) ? as(State.EXPIRED) : this;
  }

  Reservation as(State changed) {
    return new Reservation(tenant, id, holds, changed, createdAt, expiresAt);
  }

  Reservation keeping(Map<Meter, Long> kept) {
    List<Hold> changed =
        holds.stream()
            .map(hold -> hold.with(kept.getOrDefault(hold.slot().meter(), hold.amount())))
            .toList();
    return new Reservation(tenant, id, changed, State.COMMITTED, createdAt, expiresAt);
  }

  /** Whether it is a claim on levels alone, which is given back when what they count is gone. */
  public boolean isOfGauges() {
    return holds.stream().allMatch(hold -> hold.slot() instanceof Slot.Level);
  }

  /** How much it asked for or has kept, by meter. */
  public Map<Meter, Long> amounts() {
    return holds.stream()
        .collect(Collectors.toUnmodifiableMap(hold -> hold.slot().meter(), Hold::amount));
  }
}
