package dev.tollgate.core.usage;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Enforcement;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.MeterPolicy;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Enrollments;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares what our ledger says was used on one day with what the provider counted. What was never
 * reported is reported now; what still differs is told to a person.
 */
public final class ComparingUsage {
  private final Edition edition;
  private final Enrollments enrollments;
  private final UsageLedger ledger;
  private final MeterReports reports;
  private final ReportingUsage reporting;
  private final Time time;

  public ComparingUsage(
      Edition edition,
      Enrollments enrollments,
      UsageLedger ledger,
      MeterReports reports,
      ReportingUsage reporting,
      Time time) {
    this.edition = edition;
    this.enrollments = enrollments;
    this.ledger = ledger;
    this.reports = reports;
    this.reporting = reporting;
    this.time = time;
  }

  /** The day before the tenant's today, in UTC, meter by meter; only meters that are billed. */
  public List<Difference> compareYesterday(TenantId tenant) {
    Instant today = time.now(tenant).truncatedTo(ChronoUnit.DAYS);
    Instant yesterday = today.minus(1, ChronoUnit.DAYS);
    Optional<Enrollment> enrollment =
        enrollments
            .find(tenant)
            .filter(each -> each.contract().filter(Contract::isRunning).isPresent());
    Optional<String> customer = enrollment.flatMap(each -> each.customer().id());
    if (customer.isEmpty()) {
      return List.of();
    }
    Instant since = later(yesterday, enrollment.get().contract().orElseThrow().startedAt());
    List<Difference> differences = new ArrayList<>();
    for (MeterPolicy policy : edition.meters()) {
      if (policy.enforcement() == Enforcement.OVERAGE && since.isBefore(today)) {
        compare(tenant, customer.get(), policy.meter(), since, today).ifPresent(differences::add);
      }
    }
    return differences;
  }

  private Optional<Difference> compare(
      TenantId tenant, String customer, Meter meter, Instant from, Instant until) {
    long ours = 0;
    int late = 0;
    for (Usage usage : ledger.between(tenant, meter, from, until)) {
      ours += usage.amount();
      if (usage.reportedAt().isEmpty()) {
        reporting.report(tenant, meter, usage.id());
        late++;
      }
    }
    long theirs = reports.sum(customer, meter, from, until);
    return ours == theirs && late == 0
        ? Optional.empty()
        : Optional.of(new Difference(tenant, meter, ours, theirs, late));
  }

  /** The provider counts in whole minutes. */
  private static Instant later(Instant one, Instant other) {
    return (one.isAfter(other) ? one : other).truncatedTo(ChronoUnit.MINUTES);
  }

  /**
   * @param late how many uses had not been reported and were now
   */
  public record Difference(TenantId tenant, Meter meter, long ours, long theirs, int late) {}
}
