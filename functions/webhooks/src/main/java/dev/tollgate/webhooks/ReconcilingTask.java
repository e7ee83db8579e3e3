package dev.tollgate.webhooks;

import dev.tollgate.core.billing.Reconciling;
import dev.tollgate.lambda.events.ScheduledTask;

/** Compares a part of the tenants; the night has as many runs as all of them need. */
final class ReconcilingTask implements ScheduledTask {
  /**
   * Two calls to Stripe and four to the table for each come to less than half a second, so a run
   * reaches its report within its function's two minutes.
   */
  static final int MOST = 200;

  private final Reconciling reconciling;
  private final BillingLog log;

  ReconcilingTask(Reconciling reconciling, BillingLog log) {
    this.reconciling = reconciling;
    this.log = log;
  }

  @Override
  public String name() {
    return "reconcile";
  }

  @Override
  public void run() {
    log.reconciled(reconciling.run(MOST));
  }
}
