package dev.tollgate.lifecycle;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.quota.ExpiringReservations;
import dev.tollgate.core.quota.Hold;
import dev.tollgate.core.quota.RecountingGauges;
import dev.tollgate.core.quota.Reservation;
import dev.tollgate.core.quota.Slot;
import dev.tollgate.editions.EditionFiles;
import dev.tollgate.lambda.logging.Log;
import dev.tollgate.lambda.logging.Measures;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** The tasks that keep meters true, over a shelf of the tests' own. */
final class World implements Time {
  final Shelf shelf = new Shelf();
  final Ids ids = new Ids(new Random(1));
  Instant now = Instant.parse("2026-03-01T10:00:00Z");

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Log log =
      new Log(new PrintStream(written, true, StandardCharsets.UTF_8), "lifecycle");
  private final MetersLog told = new MetersLog(log, new Measures(log, this));
  private final Edition edition = EditionFiles.load("tollgate");
  final ExpiringTask expiring = new ExpiringTask(new ExpiringReservations(shelf, this), told);
  final RecountingTask recounting =
      new RecountingTask(new RecountingGauges(edition, shelf, this), this, told);

  TenantId tenant() {
    return ids.tenant(now);
  }

  /** A level, so that nothing of it is forgotten. */
  Reservation reserve(TenantId tenant, long amount, Duration ttl) {
    Reservation reservation =
        new Reservation(
            tenant,
            ids.reservation(now),
            List.of(new Hold(new Slot.Level(Meter.RECORDS), amount, true)),
            Reservation.State.RESERVED,
            now,
            now.plus(ttl));
    shelf.put(reservation);
    return reservation;
  }

  void advance(Duration time) {
    now = now.plus(time);
  }

  List<String> logged(String event) {
    return written
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains("\"event\":\"" + event + "\""))
        .toList();
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
