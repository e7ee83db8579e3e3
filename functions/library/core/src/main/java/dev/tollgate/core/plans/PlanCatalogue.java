package dev.tollgate.core.plans;

import java.util.List;
import java.util.Optional;

/** What is sold now. */
public interface PlanCatalogue {
  /** All plans, archived ones too, by sort order, then by key. May be five minutes old. */
  List<ListedPlan> all();

  default Optional<ListedPlan> find(String key) {
    return all().stream().filter(listed -> listed.plan().key().equals(key)).findFirst();
  }

  /** What anonymous people may see. */
  default List<ListedPlan> onOffer() {
    return all().stream().filter(listed -> listed.plan().isOnOffer()).toList();
  }

  /**
   * Replaces the plan of that key, where it still is of the version given; false where somebody was
   * faster and nothing changed.
   */
  boolean replace(ListedPlan changed);

  /** Forgets what was read, so that the next reader sees what is there now. */
  void invalidate();
}
