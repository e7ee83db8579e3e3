package dev.tollgate.lifecycle;

import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.quota.RecountingGauges;
import dev.tollgate.lambda.events.ScheduledTask;
import java.time.Duration;
import java.time.Instant;

/**
 * Compares levels with what they count, once a day for each tenant. What a run does not come to is
 * the longest due in the next one. Where a tenant could not be compared it fails at its end, so
 * that the schedule tries again; comparing again changes nothing.
 */
final class RecountingTask implements ScheduledTask {
  static final int MOST = 10_000;

  /** Told and measured one page after the other. */
  static final int PAGE = 100;

  /** After which no further page is begun; the function has a minute more. */
  static final Duration LONGEST = Duration.ofMinutes(4);

  private final RecountingGauges recounting;
  private final Time time;
  private final MetersLog log;

  RecountingTask(RecountingGauges recounting, Time time, MetersLog log) {
    this.recounting = recounting;
    this.time = time;
    this.log = log;
  }

  @Override
  public String name() {
    return "recount-gauges";
  }

  @Override
  public void run() {
    Instant end = time.now().plus(LONGEST);
    int compared = 0;
    int corrected = 0;
    int failed = 0;
    RecountingGauges.Report report;
    do {
      report = recounting.runDue(PAGE);
      log.found(report);
      compared += report.compared();
      corrected += report.corrections().size();
      failed += report.failures().size();
    } while (report.compared() == PAGE && compared < MOST && time.now().isBefore(end));
    log.recounted(compared, corrected, failed);
    if (failed > 0) {
      throw new IllegalStateException("not every tenant could be compared");
    }
  }
}
