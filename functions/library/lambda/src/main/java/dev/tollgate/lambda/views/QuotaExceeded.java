package dev.tollgate.lambda.views;

import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.quota.MeterState;
import dev.tollgate.lambda.http.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one wording of a limit that refuses. */
public final class QuotaExceeded {
  private QuotaExceeded() {}

  /**
   * @param over every limit that refuses, at least one; the first gives the problem its words
   */
  public static Problem problem(Plan plan, List<MeterState> over, String upgradeUrl) {
    MeterState first = over.getFirst();
    Problem problem =
        Problem.of(403, "quota_exceeded", "This is beyond your plan", detail(plan, first));
    Map<String, @Nullable Object> members = line(first);
    for (Map.Entry<String, @Nullable Object> member : members.entrySet()) {
      problem = problem.with(member.getKey(), member.getValue());
    }
    return problem
        .with("exceeded", over.stream().map(QuotaExceeded::line).toList())
        .with("upgrade_url", upgradeUrl);
  }

  private static String detail(Plan plan, MeterState state) {
    return "Your %s plan includes %s %s; you have used %d."
        .formatted(
            plan.displayName(),
            Wire.number(state.right().limit()),
            state.right().policy().displayName(),
            state.used());
  }

  private static Map<String, @Nullable Object> line(MeterState state) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("quota_type", state.meter().key());
    line.put("current", state.used());
    line.put("limit", state.right().limit() instanceof Limit.AtMost(long most) ? most : null);
    return line;
  }
}
