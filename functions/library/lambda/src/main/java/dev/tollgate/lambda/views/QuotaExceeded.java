package dev.tollgate.lambda.views;

import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.MeterPolicy;
import dev.tollgate.core.editions.MeterUnit;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.entitlements.Source;
import dev.tollgate.core.quota.MeterState;
import dev.tollgate.lambda.http.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The one wording of {@code quota_exceeded}: which limits refused, all of them, in words too. */
public final class QuotaExceeded {
  private static final List<String> UNITS = List.of("bytes", "KiB", "MiB", "GiB", "TiB", "PiB");
  private static final int STEP = 1024;

  private QuotaExceeded() {}

  /**
   * @param plan in force
   * @param over the meters whose limits refused, at least one, each of them limited
   */
  public static Problem problem(Plan plan, List<MeterState> over, String upgradeUrl) {
    List<Map<String, Object>> exceeded = over.stream().map(QuotaExceeded::members).toList();
    Problem problem =
        Problem.of(403, "quota_exceeded", "A limit of your plan is reached", detail(plan, over));
    for (String member : List.of("quota_type", "current", "limit")) {
      problem = problem.with(member, exceeded.getFirst().get(member));
    }
    return problem.with("exceeded", exceeded).with("upgrade_url", upgradeUrl);
  }

  private static Map<String, Object> members(MeterState state) {
    return Map.of("quota_type", state.meter().key(), "current", state.used(), "limit", most(state));
  }

  private static String detail(Plan plan, List<MeterState> over) {
    boolean agreed =
        over.stream().anyMatch(state -> state.right().why().source() == Source.OVERRIDE);
    return "Your "
        + plan.displayName()
        + " plan"
        + (agreed ? ", as agreed with you," : "")
        + " includes "
        + over.stream().map(QuotaExceeded::included).collect(Collectors.joining(" and "))
        + "; you have used "
        + over.stream()
            .map(state -> amount(state.used(), state.right().policy().unit()))
            .collect(Collectors.joining(" and "))
        + ".";
  }

  private static String included(MeterState state) {
    MeterPolicy policy = state.right().policy();
    return amount(most(state), policy.unit())
        + switch (policy.unit()) {
          case ITEMS -> " ";
          case BYTES -> " of ";
        }
        + policy.displayName();
  }

  private static long most(MeterState state) {
    if (state.right().limit() instanceof Limit.AtMost(long most)) {
      return most;
    }
    throw new IllegalArgumentException("nothing exceeds what is unlimited");
  }

  private static String amount(long value, MeterUnit unit) {
    return switch (unit) {
      case ITEMS -> String.format(Locale.ROOT, "%,d", value);
      case BYTES -> bytes(value);
    };
  }

  /** In the largest unit of which there is one, with one decimal where it is not whole. */
  private static String bytes(long value) {
    int unit = 0;
    long size = 1;
    while (unit < UNITS.size() - 1 && value / size >= STEP) {
      size *= STEP;
      unit++;
    }
    String number =
        value % size == 0
            ? String.format(Locale.ROOT, "%,d", value / size)
            : String.format(Locale.ROOT, "%,.1f", (double) value / size);
    return number + " " + UNITS.get(unit);
  }
}
