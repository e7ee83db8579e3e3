package dev.tollgate.core.quota;

import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.entitlements.Entitlements;
import dev.tollgate.core.kernel.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The levels at which a tenant is told that a limit is near.
 *
 * @param all in rising order
 * @param news tells it
 * @param at the moment for which the limit was read
 */
public record Marks(List<Claim.Mark> all, Reservations.News news, Instant at) {
  private static final List<Integer> PERCENT = List.of(80, 95, 100);

  /** Nothing is told. */
  public static final Marks NONE = new Marks(List.of(), (_, _, _) -> List.of(), Instant.EPOCH);

  public Marks {
    all = List.copyOf(all);
  }

  public static Marks of(Entitlements entitlements, Limit limit, Ids ids) {
    return new Marks(of(limit), new ReachingMarks(ids).of(entitlements), entitlements.at());
  }

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
