package dev.tollgate.core.quota;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.MeterKind;
import dev.tollgate.core.editions.MeterPolicy;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Repairs levels from what they count; a level that moves meanwhile is left to the next run. */
public final class RecountingGauges {
  private static final Duration EVERY = Duration.ofDays(1);
  private static final int TRIES = 5;

  private final Edition edition;
  private final Gauges gauges;
  private final Time time;

  public RecountingGauges(Edition edition, Gauges gauges, Time time) {
    this.edition = edition;
    this.gauges = gauges;
    this.time = time;
  }

  /** Compares tenants that are due, up to so many; what cannot be compared stops nobody. */
  public Report runDue(int most) {
    List<Correction> corrections = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    int compared = 0;
    for (TenantId tenant : gauges.due(time.now(), most)) {
      try {
        corrections.addAll(recount(tenant));
      } catch (Unavailable e) {
        failures.add(new Failure(tenant, e));
        break; // nobody's fault: the next run begins with this tenant
      } catch (RuntimeException e) {
        failures.add(new Failure(tenant, e));
      }
      gauges.compared(tenant, time.now().plus(EVERY)); // our own work, by our own time
      compared++;
    }
    return new Report(compared, corrections, failures);
  }

  /** All of one tenant's levels. */
  public List<Correction> recount(TenantId tenant) {
    return edition.meters().stream()
        .filter(policy -> policy.kind() instanceof MeterKind.Gauge)
        .map(MeterPolicy::meter)
        .flatMap(gauge -> recount(tenant, gauge).stream())
        .toList();
  }

  private Optional<Correction> recount(TenantId tenant, Meter gauge) {
    for (int tries = 0; tries < TRIES; tries++) {
      Gauges.Counted counted = gauges.counted(tenant, gauge);
      long there = gauges.there(tenant, gauge);
      if (counted.used() == there) {
        return Optional.empty();
      }
      if (gauges.correct(tenant, gauge, counted, there)) {
        return Optional.of(new Correction(tenant, gauge, counted.used(), there));
      }
    }
    return Optional.empty();
  }

  /**
   * What a run came to.
   *
   * @param compared tenants that are not due any more; fewer than asked for where no more are due
   * @param failures tenants that could not be compared, the last one perhaps because the store is
   *     down; a person has to look at the others
   */
  public record Report(int compared, List<Correction> corrections, List<Failure> failures) {
    public Report {
      corrections = List.copyOf(corrections);
      failures = List.copyOf(failures);
    }
  }

  public record Failure(TenantId tenant, RuntimeException cause) {}

  /** A level that was wrong. */
  public record Correction(TenantId tenant, Meter gauge, long was, long is) {}
}
