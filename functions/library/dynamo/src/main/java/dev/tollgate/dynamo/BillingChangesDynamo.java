package dev.tollgate.dynamo;

import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.subscriptions.Enrollment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes an enrollment with everything that its change tells, books and finishes. */
final class BillingChangesDynamo implements BillingChanges {
  /** The enrollment is written first; its refusal and those of its fences can be met. */
  private static final int ENROLLMENT = 0;

  private final Once once;
  private final Fences fences;

  BillingChangesDynamo(Table table, Fences fences) {
    this.once = new Once(table);
    this.fences = fences;
  }

  @Override
  public Commit commit(BillingChange change) {
    List<Action> effects = new ArrayList<>();
    change.enrollment().ifPresent(changed -> effects.addAll(enroll(changed, change.most())));
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
        if (change.enrollment().isEmpty()) {
          throw new IllegalStateException("refused at " + refused.failed().keySet());
        }
        yield refused.at(ENROLLMENT) ? Commit.STALE : exceeded(change, refused);
      }
    };
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
