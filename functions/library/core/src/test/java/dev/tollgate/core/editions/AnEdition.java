package dev.tollgate.core.editions;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** A small edition in which everything fits together; a test changes the one part it is about. */
public final class AnEdition {
  static final Plan FREE = plan("free", new Price.Free());
  static final Plan PRO = plan("pro", new Price.Monthly(4900, OptionalLong.empty(), true));

  String key = "small";
  String currency = "USD";
  String startingPlan = "free";
  TrialPolicy trial = trial("pro", new TrialEnd.FreeTier("free"));
  List<Plan> plans = List.of(FREE, PRO);
  Set<Module> modules = Set.of(Module.CRM);
  List<MeterPolicy> meters = List.of(gauge(Meter.USERS), gauge(Meter.RECORDS));
  List<Feature> features = List.of(new Feature("sso", "Single sign-on"));
  BillingPolicy billing = billing("pro", "pro");
  Optional<SendingPolicy> sending = Optional.empty();
  List<String> operationTypes = List.of();
  Duration usageBatching = Duration.ZERO;
  KillSwitchPolicy killSwitch =
      new KillSwitchPolicy(OptionalInt.empty(), false, OptionalInt.empty(), true, true);

  /** The same with triggers. */
  public AnEdition suspending(KillSwitchPolicy policy) {
    killSwitch = policy;
    return this;
  }

  public Edition build() {
    RateRule rule = new RateRule(5, Duration.ofMinutes(1));
    RateLimit limit = new RateLimit(rule, rule);
    return new Edition(
        key,
        "Small",
        currency,
        new SignUpPolicy(true, Set.of(), startingPlan, Set.of(), 3),
        new VerificationPolicy.Grace(Duration.ofDays(7)),
        trial,
        new SessionPolicy(Duration.ofMinutes(15), Duration.ofDays(7)),
        new RateLimits(limit, limit, limit, limit, limit, List.of(), List.of()),
        plans,
        modules,
        meters,
        features,
        billing,
        killSwitch,
        sending,
        operationTypes,
        usageBatching);
  }

  static TrialPolicy.Trial trial(String plan, TrialEnd afterwards) {
    return new TrialPolicy.Trial(
        plan,
        Duration.ofDays(14),
        DayCount.FROM_ZERO,
        List.of(7, 12, 13),
        false,
        TrialScope.TENANT,
        afterwards);
  }

  static BillingPolicy billing(String complimentaryPlan, String proPlan) {
    return new BillingPolicy(false, Duration.ofDays(30), complimentaryPlan, Set.of(proPlan));
  }

  static MeterPolicy gauge(Meter meter) {
    return new MeterPolicy(
        meter,
        meter.key(),
        new MeterKind.Gauge(),
        MeterUnit.ITEMS,
        Enforcement.HARD,
        OptionalLong.empty());
  }

  static Plan plan(String key, Price price) {
    return plan(key, price, 10, false, false);
  }

  static Plan plan(String key, Price price, int sortOrder, boolean archived, boolean recommended) {
    Limit five = new Limit.AtMost(5);
    return new Plan(
        key,
        key,
        "a plan",
        price,
        five,
        Map.of(Meter.USERS, five, Meter.RECORDS, new Limit.Unlimited()),
        Map.of("sso", key.equals("pro")),
        sortOrder,
        true,
        archived,
        recommended);
  }
}
