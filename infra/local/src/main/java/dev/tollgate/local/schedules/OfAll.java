package dev.tollgate.local.schedules;

import dev.tollgate.local.clock.StackClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The stack, and with it whoever is ahead of it. */
record OfAll(StackClock clock, DueIndex due, TenantClocks tenants, Agenda agenda)
    implements Traveller {
  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void moveTo(Instant time) {
    clock.moveTo(time);
    clock.tenants().keySet().forEach(tenant -> tenants.follow(tenant, clock.instant(tenant)));
  }

  /** What is due to a tenant that is ahead is due so much earlier by the stack's time. */
  @Override
  public List<Instant> dueBetween(Instant after, Instant until) {
    return due.between(after, until, Optional.empty(), clock.tenants());
  }

  @Override
  public Optional<Instant> nextBeside() {
    Stream<Instant> ofTenants =
        clock.tenants().entrySet().stream().flatMap(each -> next(each.getKey(), each.getValue()));
    return Stream.concat(agenda.nextDue().stream(), ofTenants).min(Instant::compareTo);
  }

  private Stream<Instant> next(String tenant, Duration ahead) {
    return tenants.nextDue(tenant).map(time -> time.minus(ahead)).stream();
  }

  @Override
  public void runBeside() {
    agenda.runDue();
  }
}
