package dev.tollgate.editions;

import dev.tollgate.core.editions.Plan;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** The plans that the file names, each where it could be read. */
record DeclaredPlans(SequencedMap<String, Optional<Plan>> byKey) {
  List<Plan> read() {
    return byKey.values().stream().flatMap(Optional::stream).toList();
  }

  /** The key of a plan, as something else in the file refers to it. */
  Optional<String> reference(Value value) {
    return value
        .text()
        .filter(key -> value.check(byKey.containsKey(key), "no plan '" + key + "' is declared"));
  }

  /** The same, for a plan that nobody pays for. */
  Optional<String> referenceToFree(Value value) {
    return reference(value)
        .filter(
            key ->
                value.check(
                    read().stream().noneMatch(plan -> plan.key().equals(key) && !plan.isFree()),
                    "the plan '" + key + "' is not free"));
  }
}
