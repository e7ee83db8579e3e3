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

  /** The same with another trial, or with none. */
  public AnEdition trying(TrialPolicy policy) {
    trial = policy;
    return this;
  }

  /** The same whose trial of a week is charged for on day 8 and tried again on days 9 and 10. */
  public AnEdition charging() {
    trial =
        new TrialPolicy.Trial(
            "pro",
            Duration.ofDays(7),
            DayCount.FROM_ONE,
            List.of(7),
            false,
            TrialScope.TENANT,
            new TrialEnd.ChargeOnDay(8, List.of(9, 10), true));
    return this;
  }

  /** The same with another patience. */
  public AnEdition dunning(DunningPolicy policy) {
    billing = new BillingPolicy(false, Duration.ofDays(30), "pro", Set.of("pro"), policy);
    return this;
  }

  /** The same that enforces the number of its people in another way. */
  public AnEdition enforcing(Enforcement users) {
    MeterPolicy plain = gauge(Meter.USERS);
    meters =
        List.of(
            new MeterPolicy(
                plain.meter(),
                plain.displayName(),
                plain.kind(),
                plain.unit(),
                users,
                plain.unitPriceCents()),
            gauge(Meter.RECORDS));
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
    return new BillingPolicy(
        false,
        Duration.ofDays(30),
        complimentaryPlan,
        Set.of(proPlan),
        new DunningPolicy(Duration.ofDays(7), List.of(), Optional.empty()));
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
