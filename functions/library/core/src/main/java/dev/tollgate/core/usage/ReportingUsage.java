package dev.tollgate.core.usage;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Enrollments;
import java.util.Optional;

/** Reports one use to the provider, from our ledger and not from the message about it. */
public final class ReportingUsage {
  private final UsageLedger ledger;
  private final Enrollments enrollments;
  private final MeterReports reports;
  private final Time time;

  public ReportingUsage(
      UsageLedger ledger, Enrollments enrollments, MeterReports reports, Time time) {
    this.ledger = ledger;
    this.enrollments = enrollments;
    this.reports = reports;
    this.time = time;
  }

  /**
   * @throws dev.tollgate.core.kernel.Unavailable where it is unknown whether it was taken; trying
   *     again counts nothing twice
   */
  public Outcome report(TenantId tenant, Meter meter, String id) {
    Optional<Usage> found = ledger.find(tenant, meter, id);
    if (found.isEmpty()) {
      return new Unknown();
    }
    Usage usage = found.get();
    if (usage.reportedAt().isPresent()) {
      return new Reported();
    }
    Optional<Enrollment> enrollment =
        enrollments
            .find(tenant)
            .filter(each -> each.contract().filter(Contract::isRunning).isPresent());
    Optional<String> customer = enrollment.flatMap(each -> each.customer().id());
    if (customer.isEmpty()) {
      return new NotBilled();
    }
    return switch (reports.report(customer.get(), usage)) {
      case MeterReports.Outcome.Taken _ -> {
        ledger.reported(usage, time.now(tenant));
        yield new Reported();
      }
      case MeterReports.Outcome.Refused refused -> new Refused(refused.reason());
    };
  }

  /** What became of it. */
  public sealed interface Outcome {}

  public record Reported() implements Outcome {}

  /** Nobody pays for this tenant's usage: a trial of ours, a present, or nothing at all. */
  public record NotBilled() implements Outcome {}

  /** Our ledger has no such use, so nothing is billed. */
  public record Unknown() implements Outcome {}

  public record Refused(String reason) implements Outcome {}
}
