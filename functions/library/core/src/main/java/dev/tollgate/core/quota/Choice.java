package dev.tollgate.core.quota;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which of the things that a gauge counts the tenant wants to go on changing where there are more
 * of them than the limit allows.
 *
 * @param keep ids as the product's own services name them, most wanted first
 */
public record Choice(Meter meter, List<String> keep) {
  /** More would not fit beside everything else that is known of a tenant. */
  private static final int MOST = 1_000;

  private static final int LONGEST_ID = 100;

  public Choice {
    keep = List.copyOf(keep);
  }

  public static Choice none(Meter meter) {
    return new Choice(meter, List.of());
  }

  /** Those that count: the limit may have fallen since the choice was made. */
  Set<String> usable(long limit) {
    return new HashSet<>(keep.subList(0, (int) Math.min(keep.size(), limit)));
  }

  /**
   * Everything that is wrong with it.
   *
   * @param limit that is in force; empty where there is none
   */
  public List<Violation> broken(OptionalLong limit) {
    List<Violation> violations = new ArrayList<>();
    long most = Math.min(MOST, limit.orElse(MOST));
    if (keep.size() > most) {
      violations.add(new Violation("keep", "must be at most " + most));
    }
    if (keep.stream().anyMatch(id -> id.isBlank() || id.length() > LONGEST_ID)) {
      violations.add(new Violation("keep", "must be ids of 1 to " + LONGEST_ID + " characters"));
    }
    if (keep.stream().distinct().count() < keep.size()) {
      violations.add(new Violation("keep", "names something twice"));
    }
    return violations;
  }
}
