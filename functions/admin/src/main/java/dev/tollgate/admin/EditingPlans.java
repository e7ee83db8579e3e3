package dev.tollgate.admin;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Violation;
import dev.tollgate.core.plans.ListedPlan;
import dev.tollgate.core.plans.PlanCatalogue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The platform owner changes a plan that is sold, while it is sold. */
final class EditingPlans {
  private final Edition edition;
  private final PlanCatalogue catalogue;
  private final BillingChanges changes;
  private final Time time;
  private final Ids ids;

  EditingPlans(
      Edition edition, PlanCatalogue catalogue, BillingChanges changes, Time time, Ids ids) {
    this.edition = edition;
    this.catalogue = catalogue;
    this.changes = changes;
    this.time = time;
    this.ids = ids;
  }

  /** All plans as they are now: who edits must not look at what is five minutes old. */
  List<ListedPlan> all() {
    catalogue.invalidate();
    return catalogue.all();
  }

  Outcome edit(PlanEdit edit, Member owner, Client client) {
    Optional<ListedPlan> found = find(edit.plan());
    if (found.isEmpty()) {
      return new Invalid(List.of(new Violation("plan", "is not a plan")));
    }
    ListedPlan listed = found.get();
    List<Violation> violations = PlanRules.broken(edit, listed.plan(), edition);
    if (!violations.isEmpty()) {
      return new Invalid(violations);
    }
    if (edit.version() != listed.version()) {
      return new Moved(listed.version());
    }
    ListedPlan changed = EditedPlan.of(listed, edit);
    if (changed.equals(listed)) {
      return new Edited(listed);
    }
    if (!catalogue.replace(changed)) {
      return new Moved(find(edit.plan()).map(ListedPlan::version).orElse(listed.version()));
    }
    audit(owner, client);
    return new Edited(
        new ListedPlan(changed.plan(), changed.prices(), Math.addExact(changed.version(), 1)));
  }

  private Optional<ListedPlan> find(String key) {
    return all().stream().filter(listed -> listed.plan().key().equals(key)).findFirst();
  }

  private void audit(Member owner, Client client) {
    TenantId tenant = owner.account().id();
    Instant now = time.now(tenant);
    AuditEntry entry =
        AuditEntry.of(AuditAction.PLAN_EDITED, tenant, owner.user().id(), client, now, ids);
    changes.commit(
        new BillingChange(
            tenant, Optional.empty(), List.of(), List.of(), List.of(entry), List.of(), now));
  }

  /** What the platform owner hears. */
  sealed interface Outcome {}

  record Edited(ListedPlan plan) implements Outcome {}

  record Invalid(List<Violation> violations) implements Outcome {}

  /** Somebody was faster; the plan is of this version now. */
  record Moved(long version) implements Outcome {}
}
