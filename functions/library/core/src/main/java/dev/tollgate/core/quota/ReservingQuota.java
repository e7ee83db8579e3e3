package dev.tollgate.core.quota;

import dev.tollgate.core.editions.Enforcement;
import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.entitlements.Entitlements;
import dev.tollgate.core.entitlements.LimitRight;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.ReservationId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.kernel.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody sets quota aside before the work: one transaction, and more only where it is refused.
 */
public final class ReservingQuota {
  public static final Duration SHORTEST = Duration.ofSeconds(1);
  public static final Duration LONGEST = Duration.ofDays(1);

  /** So many meters fit one transaction with room for what is told. */
  public static final int MOST_METERS = 10;

  private static final int ROUNDS = 5;

  private final ReadingQuota reading;
  private final Reservations reservations;
  private final Members members;
  private final ReachingMarks marks;

  public ReservingQuota(ReadingQuota reading, Reservations reservations, Members members, Ids ids) {
    this.reading = reading;
    this.reservations = reservations;
    this.members = members;
    this.marks = new ReachingMarks(ids);
  }

  /**
   * @param id made by whoever asks, so that asking again is the same
   * @param demands of different meters
   * @param length after which what was not kept is given back
   */
  public record Wish(ReservationId id, List<Demand> demands, Duration length) {
    public Wish {
      demands = List.copyOf(demands);
    }
  }

  public Outcome reserve(Tenancy tenancy, Wish wish) {
    Tenancy current = tenancy;
    for (int round = 0; round < ROUNDS; round++) {
      Entitlements entitlements = reading.entitlements(current);
      List<Violation> violations = violations(wish, entitlements);
      if (!violations.isEmpty()) {
        return new Invalid(violations);
      }
      Reservation wanted = wanted(wish, entitlements);
      switch (take(wanted, current, entitlements)) {
        case Reservations.Taking.Taken _ -> {
          return new Reserved(wanted, false);
        }
        case Reservations.Taking.There there -> {
          return again(there.there(), wish, entitlements.at());
        }
        case Reservations.Taking.Over over -> {
          return refused(entitlements, over.used());
        }
        case Reservations.Taking.Stale _ ->
            current = members.findTenancy(current.account().id()).orElse(current);
      }
    }
    throw new Unavailable("the limits of a tenant kept changing");
  }

  /** What expired and was not noted yet must refuse nobody. */
  private Reservations.Taking take(Reservation wanted, Tenancy tenancy, Entitlements entitlements) {
    List<Claim> claims =
        wanted.holds().stream()
            .map(hold -> claim(hold, entitlements.limit(hold.slot().meter())))
            .toList();
    long seen = tenancy.enrollment().version();
    Reservations.News news = marks.of(entitlements);
    Reservations.Taking taking = reservations.take(wanted, claims, seen, news);
    if (taking instanceof Reservations.Taking.Over && expire(wanted.tenant(), entitlements.at())) {
      return reservations.take(wanted, claims, seen, news);
    }
    return taking;
  }

  private boolean expire(TenantId tenant, Instant now) {
    boolean freed = false;
    for (Reservation overdue : reservations.overdue(tenant, now)) {
      freed |= reservations.giveBack(overdue, Reservation.State.EXPIRED, now);
    }
    return freed;
  }

  private static List<Violation> violations(Wish wish, Entitlements entitlements) {
    List<Violation> violations = new ArrayList<>();
    if (wish.demands().isEmpty() || wish.demands().size() > MOST_METERS) {
      violations.add(new Violation("items", "must be 1 to " + MOST_METERS));
    }
    Set<Meter> named = new HashSet<>();
    for (Demand demand : wish.demands()) {
      if (!entitlements.limits().containsKey(demand.meter())) {
        violations.add(new Violation("meter", "is not a meter: " + demand.meter().key()));
      } else if (!named.add(demand.meter())) {
        violations.add(new Violation("meter", "is there twice: " + demand.meter().key()));
      }
    }
    if (wish.length().compareTo(SHORTEST) < 0 || wish.length().compareTo(LONGEST) > 0) {
      violations.add(
          new Violation(
              "ttl_seconds", "must be " + SHORTEST.toSeconds() + " to " + LONGEST.toSeconds()));
    }
    return violations;
  }

  private static Reservation wanted(Wish wish, Entitlements entitlements) {
    List<Hold> holds =
        wish.demands().stream()
            .map(
                demand ->
                    new Hold(
                        ReadingQuota.slot(entitlements, demand.meter()),
                        demand.amount(),
                        isBilled(entitlements.limit(demand.meter()))))
            .toList();
    return new Reservation(
        entitlements.account().id(),
        wish.id(),
        holds,
        Reservation.State.RESERVED,
        entitlements.at(),
        entitlements.at().plus(wish.length()));
  }

  private static boolean isBilled(LimitRight right) {
    return right.enforcement() == Enforcement.OVERAGE;
  }

  private static Claim claim(Hold hold, LimitRight right) {
    OptionalLong most =
        right.limit() instanceof Limit.AtMost(long limit) && !hold.billed()
            ? OptionalLong.of(limit)
            : OptionalLong.empty();
    return new Claim(hold, most, Marks.of(right.limit()));
  }

  private static Outcome again(Reservation there, Wish wish, Instant now) {
    Map<Meter, Long> asked =
        wish.demands().stream()
            .collect(Collectors.toUnmodifiableMap(Demand::meter, Demand::amount));
    boolean same =
        there.state() == Reservation.State.COMMITTED
            ? there.amounts().keySet().equals(asked.keySet())
            : there.amounts().equals(asked);
    return same ? new Reserved(there.at(now), true) : new IdTaken();
  }

  private static Outcome refused(Entitlements entitlements, Map<Meter, Long> used) {
    List<MeterState> over =
        entitlements.limits().values().stream()
            .filter(right -> used.containsKey(right.policy().meter()))
            .map(
                right -> {
                  Meter meter = right.policy().meter();
                  return new MeterState(
                      right,
                      ReadingQuota.slot(entitlements, meter),
                      Optional.ofNullable(used.get(meter)).orElse(0L));
                })
            .toList();
    return new Refused(entitlements, over);
  }

  /** What whoever asked hears. */
  public sealed interface Outcome {}

  /**
   * Set aside.
   *
   * @param again by an earlier try of the same; then in the state it has come to since
   */
  public record Reserved(Reservation reservation, boolean again) implements Outcome {}

  /** Nothing was set aside; every limit that refused is there. */
  public record Refused(Entitlements entitlements, List<MeterState> over) implements Outcome {}

  public record Invalid(List<Violation> violations) implements Outcome {}

  /** The id stands for something else. */
  public record IdTaken() implements Outcome {}
}
