package dev.tollgate.editions;

import dev.tollgate.core.editions.DayCount;
import dev.tollgate.core.editions.TrialEnd;
import dev.tollgate.core.editions.TrialPolicy;
import dev.tollgate.core.editions.TrialScope;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads whether there is a trial, and what follows it. */
final class TrialReader {
  private final DeclaredPlans plans;

  TrialReader(DeclaredPlans plans) {
    this.plans = plans;
  }

  Optional<TrialPolicy> read(Value value) {
    Fields in = value.fields();
    Optional<String> kind = in.at("kind").oneOf(Stream.of("none", "trial"));
    return switch (kind.orElse("")) {
      case "none" -> in.build(TrialPolicy.None::new);
      case "trial" -> trial(in);
      default -> Optional.empty(); // no such kind, which was reported
    };
  }

  private Optional<TrialPolicy> trial(Fields in) {
    var plan = plans.reference(in.at("plan"));
    var length = Quantities.duration(in.at("length"));
    var dayCount = in.at("days_count").oneOf(DayCount.class);
    var reminders = in.at("reminder_days").distinct(Quantities::small);
    var card = in.at("card_required").truth();
    var scope = in.at("once_per").oneOf(TrialScope.class);
    var afterwards = afterwards(in.at("afterwards"));
    return in.build(
        () ->
            new TrialPolicy.Trial(
                plan.orElseThrow(),
                length.orElseThrow(),
                dayCount.orElseThrow(),
                reminders,
                card.orElseThrow(),
                scope.orElseThrow(),
                afterwards.orElseThrow()));
  }

  private Optional<TrialEnd> afterwards(Value value) {
    Fields in = value.fields();
    Optional<String> kind =
        in.at("kind")
            .oneOf(Stream.of("free_tier", "read_only_lock", "computed_wall", "charge_on_day"));
    return switch (kind.orElse("")) {
      case "free_tier" -> {
        var plan = plans.referenceToFree(in.at("plan"));
        yield in.build(() -> new TrialEnd.FreeTier(plan.orElseThrow()));
      }
      case "read_only_lock" -> {
        var grace = Quantities.duration(in.at("grace"));
        yield in.build(() -> new TrialEnd.ReadOnlyLock(grace.orElseThrow()));
      }
      case "computed_wall" -> {
        var window = Quantities.duration(in.at("read_only_window"));
        yield in.build(() -> new TrialEnd.ComputedWall(window.orElseThrow()));
      }
      case "charge_on_day" -> charge(in);
      default -> Optional.empty(); // no such kind, which was reported
    };
  }

  private static Optional<TrialEnd> charge(Fields in) {
    var day = Quantities.small(in.at("day"));
    var retries = in.at("retry_days").distinct(Quantities::small);
    var suspend = in.at("suspend_on_failure").truth();
    return in.build(
        () -> new TrialEnd.ChargeOnDay(day.orElseThrow(), retries, suspend.orElseThrow()));
  }
}
