package dev.tollgate.core.quota;

import dev.tollgate.core.editions.Limit;
import java.util.ArrayList;
import java.util.List;

/** The levels at which a tenant is told that a limit is near. */
final class Marks {
  private static final List<Integer> PERCENT = List.of(80, 95, 100);

  private Marks() {}

  /** One for each level, the highest percent where several are the same; none without a limit. */
  static List<Claim.Mark> of(Limit limit) {
    List<Claim.Mark> marks = new ArrayList<>();
    if (limit instanceof Limit.AtMost(long most) && most > 0) {
      for (int percent : PERCENT) {
        long level = level(most, percent);
        marks.removeIf(mark -> mark.level() == level);
        marks.add(new Claim.Mark(percent, level));
      }
    }
    return marks;
  }

  /** Rounded up, without leaving the range of a long. */
  private static long level(long most, int percent) {
    return most / 100 * percent + Math.ceilDiv(most % 100 * percent, 100);
  }
}
