package dev.tollgate.core.editions;

import static dev.tollgate.core.editions.AnEdition.FREE;
import static dev.tollgate.core.editions.AnEdition.PRO;
import static dev.tollgate.core.editions.AnEdition.billing;
import static dev.tollgate.core.editions.AnEdition.gauge;
import static dev.tollgate.core.editions.AnEdition.plan;
import static dev.tollgate.core.editions.AnEdition.trial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditionTest {
  private final AnEdition edition = new AnEdition();

  @Test
  void whatFitsTogetherIsAnEdition() {
    assertThat(edition.build().startingPlan()).isEqualTo(FREE);
    assertThat(edition.build().plan("pro")).isEqualTo(PRO);
    assertThat(edition.build().has(Module.CRM)).isTrue();
    assertThat(edition.build().has(Module.SENDING)).isFalse();
    assertThat(edition.build().findMeter("users")).contains(gauge(Meter.USERS));
    assertThat(edition.build().findMeter("inboxes")).isEmpty();
  }

  @Test
  void aPlanThatIsNotSoldIsNotFound() {
    assertThat(edition.build().findPlan("gold")).isEmpty();
    assertThatThrownBy(() -> edition.build().plan("gold"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("no plan gold");
  }

  @Test
  void plansOnOfferAreUnarchivedAndStandBySortOrderThenKey() {
    edition.plans =
        List.of(
            plan("pro", new Price.ByAgreement(), 20, false, false),
            plan("old", new Price.ByAgreement(), 5, true, false),
            plan("free", new Price.Free(), 20, false, false),
            plan("zero", new Price.ByAgreement(), 10, false, false));
    assertThat(edition.build().plansOnOffer())
        .extracting(Plan::key)
        .containsExactly("zero", "free", "pro");
  }

  @Test
  void aStartingPlanMustExist() {
    edition.startingPlan = "gold";
    refused("starting plan gold is not a plan");
  }

  @Test
  void theTrialsPlanMustExist() {
    edition.trial = trial("gold", new TrialEnd.ComputedWall(Duration.ofDays(30)));
    refused("plan of the trial gold is not a plan");
  }

  @Test
  void thePlanAfterTheTrialMustExist() {
    edition.trial = trial("pro", new TrialEnd.FreeTier("gold"));
    refused("plan after the trial gold is not a plan");
  }

  @Test
  void nobodyFallsOntoAPlanThatCostsSomething() {
    edition.trial = trial("pro", new TrialEnd.FreeTier("pro"));
    refused("plan after the trial pro is not free");
  }

  @Test
  void billingNamesOnlyPlansThatExist() {
    edition.billing = billing("gold", "silver");
    refused("complimentary plan gold is not a plan; pro plan silver is not a plan");
  }

  @Test
  void aPlanIsNamedOnce() {
    edition.plans = List.of(FREE, PRO, FREE);
    refused("a plan is named twice");
  }

  @Test
  void onePlanAtMostIsRecommended() {
    edition.plans =
        List.of(
            plan("free", new Price.Free(), 1, false, true),
            plan("pro", new Price.ByAgreement(), 2, false, true));
    refused("more than one plan is recommended");
  }

  @Test
  void aMeterIsDeclaredOnce() {
    edition.meters = List.of(gauge(Meter.USERS), gauge(Meter.RECORDS), gauge(Meter.USERS));
    refused("a meter is declared twice");
  }

  @Test
  void aPlanThatForgetsALimitIsRefused() {
    edition.meters = List.of(gauge(Meter.USERS), gauge(Meter.RECORDS), gauge(new Meter("trees")));
    refused("free has other limits than meters; pro has other limits than meters");
  }

  @Test
  void aPlanWithAFeatureThatNobodyDeclaredIsRefused() {
    edition.features = List.of();
    refused("free has other features; pro has other features");
  }

  @Test
  void aFeatureIsDeclaredOnce() {
    edition.features = List.of(new Feature("sso", "One"), new Feature("sso", "Two"));
    refused("a feature is declared twice");
  }

  @Test
  void aModuleNeedsTheMetersItCounts() {
    edition.modules = Set.of(Module.CRM, Module.FILE_STORAGE);
    refused("FILE_STORAGE counts storage_bytes, which is not declared");
  }

  @Test
  void whatAFreePlanUsesIsNeverBilled() {
    edition.meters =
        List.of(
            gauge(Meter.USERS),
            new MeterPolicy(
                Meter.RECORDS,
                "records",
                new MeterKind.Counter(Period.MONTH),
                MeterUnit.ITEMS,
                Enforcement.OVERAGE,
                OptionalLong.of(8)));
    refused("a free plan has no card to bill overage to");
  }

  @Test
  void pricesAreInACurrencyThatExists() {
    edition.currency = "usd";
    refused("no currency usd");
  }

  @Test
  void aReservedWordNamesNothing() {
    edition.key = "none";
    refused("edition may not be named 'none', a reserved word");
  }

  @Test
  void aSendingPolicyGoesWithItsModule() {
    edition.sending = Optional.of(new SendingPolicy(new DomainSales.NotSold(), 50));
    refused("a sending policy goes with the module of that name");
  }

  @Test
  void operationTypesGoWithTheirModule() {
    edition.operationTypes = List.of("market_research");
    refused("operation types go with the module of operations");
  }

  @Test
  void usageIsNotBatchedIntoThePast() {
    edition.usageBatching = Duration.ofSeconds(-1);
    refused("usage batching may not be negative");
  }

  @Test
  void callsAreCountedByDayOrMonth() {
    edition.meters = List.of(gauge(Meter.USERS), gauge(Meter.RECORDS), gauge(Meter.API_CALLS));
    refused(
        "free has other limits than meters; pro has other limits than meters;"
            + " calls are counted by day or month");
  }

  private void refused(String reason) {
    assertThatIllegalArgumentException().isThrownBy(edition::build).withMessage(reason);
  }
}
