package dev.tollgate.core.erasure;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.Erasure;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.billing.Contracts;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.lifecycle.Doer;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.Duty;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.Enrollment;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Erases a tenant: closes the account, ends what runs at the payment provider, deletes everything
 * the tenant has, and the account last, so that whoever dies on the way is followed by one who
 * begins again. An hour later it looks once more for what was on its way in.
 */
public final class ErasingTenant implements Doer {
  /** Longer than any call lives that was let in before the account was closed. */
  private static final Duration STRAGGLERS = Duration.ofHours(1);

  private static final Client NOBODY = new Client("erasure", "");

  private final Erasures erasures;
  private final Contracts contracts;
  private final ErasingCustomers customers;
  private final Ids ids;

  public ErasingTenant(
      Erasures erasures, Contracts contracts, ErasingCustomers customers, Ids ids) {
    this.erasures = erasures;
    this.contracts = contracts;
    this.customers = customers;
    this.ids = ids;
  }

  @Override
  public Set<Duty> duties() {
    return Set.of(Duty.ERASURE);
  }

  @Override
  public Outcome act(DueAction action, Tenancy tenancy, Instant now) {
    Account account = tenancy.account();
    if (account.erasure() instanceof Erasure.Scheduled scheduled
        && !erasures.move(account.id(), scheduled, new Erasure.Running(scheduled.at()))) {
      return new Outcome.GoOn(now); // the owner was faster
    }
    leave(tenancy.enrollment());
    erasures.empty(account.id());
    AuditEntry erased =
        AuditEntry.of(AuditAction.ACCOUNT_ERASED, account.id(), account.owner(), NOBODY, now, ids);
    return erasures.end(tenancy.enrollment(), erased)
        ? new Outcome.GoOn(now.plus(STRAGGLERS))
        : new Outcome.GoOn(now);
  }

  @Override
  public void whenGone(DueAction action) {
    erasures.empty(action.tenant());
    erasures.forgetTime(action.tenant());
  }

  private void leave(Enrollment enrollment) {
    enrollment
        .contract()
        .filter(Contract::isRunning)
        .map(Contract::id)
        .ifPresent(contract -> contracts.cancelNow(contract, "erasure-" + contract));
    enrollment.customer().id().ifPresent(customers::delete);
  }
}
