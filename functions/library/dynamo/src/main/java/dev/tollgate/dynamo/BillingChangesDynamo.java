package dev.tollgate.dynamo;

import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.subscriptions.Enrollment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes an enrollment with everything that its change tells, books and finishes. */
final class BillingChangesDynamo implements BillingChanges {
  /** The enrollment is written first; its refusal and those of its fences can be met. */
  private static final int ENROLLMENT = 0;

  private final Table table;
  private final Once once;
  private final Fences fences;

  BillingChangesDynamo(Table table, Fences fences) {
    this.table = table;
    this.once = new Once(table);
    this.fences = fences;
  }

  @Override
  public Commit commit(BillingChange change) {
    List<Action> effects = new ArrayList<>();
    change.enrollment().ifPresent(changed -> effects.addAll(enroll(changed, change.most())));
    change.basis().ifPresent(seen -> effects.add(EnrollmentItem.check(seen)));
    int fenced = effects.size();
    effects.addAll(schedule(change));
    change.audit().forEach(entry -> effects.add(AuditItem.put(entry)));
    Set<String> finished = new HashSet<>();
    change.events().stream()
        .filter(outcome -> finished.add(outcome.event().id()))
        .forEach(outcome -> effects.add(EventItem.finish(change.tenant(), outcome, change.at())));
    List<List<Action>> told = new ArrayList<>(facts(change));
    told.addAll(LedgerItem.book(change.movements()));
    return switch (once.write(effects, told)) {
      case dev.tollgate.dynamo.Commit.Done _ -> Commit.WRITTEN;
      case dev.tollgate.dynamo.Commit.Refused refused -> {
        if (change.finished().isPresent() && refused.at(fenced)) {
          yield Commit.CLAIM_LOST;
        }
        if (change.enrollment().isEmpty() && change.basis().isEmpty()) {
          throw new IllegalStateException("refused at " + refused.failed().keySet());
        }
        yield refused.at(ENROLLMENT) ? Commit.STALE : exceeded(change, refused);
      }
    };
  }

  @Override
  public Optional<Instant> toldAt(TenantId tenant, String fact) {
    return table.get(new FactItem.FactKey(tenant, fact)).map(row -> row.instant("at"));
  }

  /** The fences follow the enrollment. */
  private Commit exceeded(BillingChange change, dev.tollgate.dynamo.Commit.Refused refused) {
    boolean fenced =
        refused.failed().keySet().stream()
            .allMatch(position -> position <= ENROLLMENT + fences.gauges().size());
    if (change.most().isEmpty() || !fenced) {
      throw new IllegalStateException("refused at " + refused.failed().keySet());
    }
    return Commit.EXCEEDED;
  }

  /** The end of an action first. One that is to be done again later takes its own place. */
  private static List<Action> schedule(BillingChange change) {
    Map<String, DueAction> due = new LinkedHashMap<>();
    change.due().forEach(action -> due.put(action.key(), action));
    List<Action> actions = new ArrayList<>();
    change
        .finished()
        .ifPresent(
            claim ->
                actions.add(
                    Optional.ofNullable(due.remove(claim.action().key()))
                        .map(later -> DueItem.replace(claim, later))
                        .orElseGet(() -> DueItem.finish(claim))));
    due.values().forEach(action -> actions.add(DueItem.put(action)));
    return actions;
  }

  private List<Action> enroll(Enrollment changed, Map<Meter, Long> most) {
    List<Action> actions = new ArrayList<>();
    actions.add(EnrollmentItem.replace(changed));
    actions.addAll(fences.raise(changed.tenant(), changed.version() + 1, most));
    Optional<String> customer = changed.customer().id();
    customer.ifPresent(id -> actions.add(CustomerItem.claim(id, changed.tenant())));
    actions.add(
        customer.isPresent()
            ? ComparisonItem.begin(changed.tenant())
            : ComparisonItem.end(changed.tenant()));
    return actions;
  }

  /** Two events of one lane may tell the same; the first tells it. */
  private static List<List<Action>> facts(BillingChange change) {
    Set<String> told = new HashSet<>();
    return change.facts().stream()
        .filter(fact -> told.add(fact.key()))
        .map(fact -> FactItem.tell(change.tenant(), fact))
        .toList();
  }
}
