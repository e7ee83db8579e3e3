package dev.tollgate.quota;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.kernel.Violation;
import dev.tollgate.core.quota.Kept;
import io.micronaut.core.annotation.Introspected;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was used of a reservation; all of it where nothing is said.
 *
 * @param amount of the only meter
 * @param items a list of {meter, amount}; all is kept of a meter that is not named
 */
@Introspected
record CommitRequest(@Nullable Long amount, @Nullable Items items) {

  List<Violation> violations(Edition edition) {
    List<Violation> violations = new ArrayList<>();
    if (items != null && amount != null) {
      violations.add(new Violation("items", "stand instead of amount"));
    }
    if (items != null) {
      violations.addAll(items.violations(edition, 0));
    }
    if (amount != null) {
      Amounts.amount("amount", amount, 0).ifPresent(violations::add);
    }
    return violations;
  }

  /** Only where nothing is wrong. */
  Kept kept() {
    if (items != null) {
      return new Kept.Amounts(
          items.all().stream()
              .collect(Collectors.toUnmodifiableMap(Items.Item::known, Items.Item::amount)));
    }
    return amount == null ? new Kept.Everything() : new Kept.Amount(amount);
  }
}
