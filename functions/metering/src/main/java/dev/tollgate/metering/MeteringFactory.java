package dev.tollgate.metering;

import dev.tollgate.core.billing.EnsuringCustomer;
import dev.tollgate.core.billing.FollowingTime;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.subscriptions.Enrollments;
import dev.tollgate.core.usage.ComparingUsage;
import dev.tollgate.core.usage.MeterReports;
import dev.tollgate.core.usage.ReportingUsage;
import dev.tollgate.core.usage.UsageLedger;
import dev.tollgate.lambda.events.HoldingWork;
import dev.tollgate.lambda.events.QueueConsumer;
import dev.tollgate.lambda.events.ScheduledTask;
import dev.tollgate.lambda.logging.Log;
import dev.tollgate.lambda.logging.Measures;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Puts the function together. */
@Factory
final class MeteringFactory {
  @Singleton
  ReportingUsage reporting(
      UsageLedger ledger, Enrollments enrollments, MeterReports reports, Time time) {
    return new ReportingUsage(ledger, enrollments, reports, time);
  }

  @Singleton
  QueueConsumer queue(
      HoldingWork holding,
      ReportingUsage reporting,
      EnsuringCustomer ensuring,
      FollowingTime following,
      ProviderCustomers provider,
      Log log) {
    return new MeteringQueue(holding, reporting, ensuring, following, provider, log);
  }

  @Singleton
  ScheduledTask compare(
      Edition edition,
      Enrollments enrollments,
      UsageLedger ledger,
      MeterReports reports,
      ReportingUsage reporting,
      ProviderCustomers provider,
      Time time,
      Log log,
      Measures measures) {
    return new ComparingTask(
        enrollments,
        provider,
        new ComparingUsage(edition, enrollments, ledger, reports, reporting, time),
        new MeteringLog(log, measures));
  }
}
