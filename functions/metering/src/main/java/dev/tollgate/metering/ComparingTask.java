package dev.tollgate.metering;

import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.subscriptions.Enrollments;
import dev.tollgate.core.subscriptions.Enrollments.Customers;
import dev.tollgate.core.usage.ComparingUsage;
import dev.tollgate.lambda.events.ScheduledTask;
import java.util.Optional;

/**
 * Compares the day before, for every customer there is. It keeps no place of its own: it goes
 * through all of them, and where one could not be compared it fails at its end, so that the
 * schedule tries again. Comparing again changes nothing.
 */
final class ComparingTask implements ScheduledTask {
  private static final int PAGE = 100;

  /** After so many in a row it is not the tenants; each further one could wait for its time-out. */
  static final int PATIENCE = 5;

  private final Enrollments enrollments;
  private final ProviderCustomers provider;
  private final ComparingUsage comparing;
  private final MeteringLog log;

  ComparingTask(
      Enrollments enrollments,
      ProviderCustomers provider,
      ComparingUsage comparing,
      MeteringLog log) {
    this.enrollments = enrollments;
    this.provider = provider;
    this.comparing = comparing;
    this.log = log;
  }

  @Override
  public String name() {
    return "compare-usage";
  }

  @Override
  public void run() {
    if (!provider.isConfigured()) {
      return;
    }
    Tally tally = new Tally();
    Optional<String> cursor = Optional.empty();
    do {
      Customers page = enrollments.customersFrom(cursor, PAGE);
      page.tenants().forEach(tenant -> compare(tenant, tally));
      cursor = page.next();
    } while (cursor.isPresent() && tally.inARow < PATIENCE);
    log.compared(tally.compared, tally.differences, tally.failed);
    if (tally.failed > 0) {
      throw new IllegalStateException("not every customer could be compared");
    }
  }

  /** One customer's trouble is no trouble of the others. */
  private void compare(TenantId tenant, Tally tally) {
    if (tally.inARow >= PATIENCE) {
      return;
    }
    try {
      for (ComparingUsage.Difference difference : comparing.compareYesterday(tenant)) {
        log.difference(difference);
        tally.differences++;
      }
      tally.compared++;
      tally.inARow = 0;
    } catch (RuntimeException e) {
      log.notCompared(tenant, e);
      tally.failed++;
      tally.inARow++;
    }
  }

  /** What one run came to. */
  private static final class Tally {
    int compared;
    int differences;
    int failed;

    /** Failures since the last success. */
    int inARow;
  }
}
