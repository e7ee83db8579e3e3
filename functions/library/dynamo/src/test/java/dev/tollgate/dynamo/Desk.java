package dev.tollgate.dynamo;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.entitlements.Granted;
import dev.tollgate.core.entitlements.Overrides;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.ReservationId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.plans.CachedCatalogue;
import dev.tollgate.core.quota.Demand;
import dev.tollgate.core.quota.ExpiringReservations;
import dev.tollgate.core.quota.ReadingQuota;
import dev.tollgate.core.quota.Reservation;
import dev.tollgate.core.quota.ReservingQuota;
import dev.tollgate.core.quota.SettlingReservation;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.editions.EditionFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that sells quota over one table, as one instance of a function has it. */
final class Desk {
  static final Meter TREES = new Meter("trees");
  static final Meter SESSIONS = new Meter("sessions");
  static final Meter BUILDS = new Meter("ai_builds");
  static final Meter BUILDS_24H = new Meter("ai_builds_24h");
  static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  final Hands time;
  final ReadingQuota reading;
  final ReservingQuota reserving;
  final SettlingReservation settling;
  final ExpiringReservations expiring;
  final ReservationsDynamo reservations;

  /** A clock that tests turn; desks beside each other share it. */
  static final class Hands implements Time {
    private volatile Instant now = Some.NOW;

    void advance(Duration length) {
      now = now.plus(length);
    }

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public Instant now(TenantId tenant) {
      return now;
    }
  }

  Desk(Table table, String editionKey, Hands time) {
    Edition edition = EditionFiles.load(editionKey);
    this.time = time;
    this.reservations = new ReservationsDynamo(table);
    this.reading =
        new ReadingQuota(
            edition,
            new CachedCatalogue(new PlanCatalogueDynamo(table, edition), new Hands()),
            new MetersDynamo(table),
            time);
    this.reserving = new ReservingQuota(reading, reservations, new MembersDynamo(table), Some.IDS);
    this.settling = new SettlingReservation(reservations, time, Some.IDS);
    this.expiring = new ExpiringReservations(reservations, time);
  }

  /** Somebody on the enterprise plan, where nothing is limited but what is granted here. */
  static Tenancy tenant(Map<Meter, Long> limits) {
    TenantId tenant = Some.tenant();
    Map<Meter, Granted<Limit>> granted = new HashMap<>();
    limits.forEach(
        (meter, most) ->
            granted.put(
                meter,
                new Granted<>(new Limit.AtMost(most), "a test", Some.NOW, Optional.empty())));
    return new Tenancy(
        Account.founded(tenant, "Acme", Some.IDS.user(Some.NOW), Some.NOW),
        Enrollment.begun(tenant, new Grant.Given("enterprise", Some.NOW)),
        new Overrides(tenant, granted, Map.of(), 1));
  }

  ReservingQuota.Outcome reserve(Tenancy tenancy, Meter meter, long amount) {
    return reserve(tenancy, Some.IDS.reservation(Some.NOW), new Demand(meter, amount));
  }

  ReservingQuota.Outcome reserve(Tenancy tenancy, ReservationId id, Demand... demands) {
    return reserving.reserve(tenancy, new ReservingQuota.Wish(id, List.of(demands), FIVE_MINUTES));
  }

  long used(Tenancy tenancy, Meter meter) {
    return reading.of(tenancy, List.of(meter)).getFirst().used();
  }

  /** As the sweep does, for this tenant alone. */
  void sweep(Tenancy tenancy) {
    Instant now = time.now();
    reservations
        .overdue(tenancy.account().id(), now)
        .forEach(overdue -> reservations.giveBack(overdue, Reservation.State.EXPIRED, now));
  }
}
