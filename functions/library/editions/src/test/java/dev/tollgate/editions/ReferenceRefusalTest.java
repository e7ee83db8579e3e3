package dev.tollgate.editions;

import org.junit.jupiter.api.Test;

/** Whatever one part of a file says of another must be so. */
class ReferenceRefusalTest {
  private final Small small = Small.edition();

  @Test
  void aStartingPlanThatIsNotDeclaredIsRefused() {
    small
        .with("starting_plan: lite", "starting_plan: gold")
        .isRefused("8: sign_up.starting_plan: no plan 'gold' is declared");
  }

  @Test
  void aTrialOfAPlanThatIsNotDeclaredIsRefused() {
    small.with("plan: full", "plan: gold").isRefused("14: trial.plan: no plan 'gold' is declared");
  }

  @Test
  void aFreeTierThatCostsSomethingIsRefused() {
    small
        .with(
            """
            kind: charge_on_day
                day: 8
                retry_days: [9, 10]
                suspend_on_failure: false
            """,
            "kind: free_tier\n    plan: lite\n")
        .isRefused("22: trial.afterwards.plan: the plan 'lite' is not free");
  }

  @Test
  void billingThatNamesPlansThatAreNotDeclaredIsRefused() {
    small
        .with("complimentary_plan: full", "complimentary_plan: gold")
        .with("pro_plans: [full]", "pro_plans: [full, silver, full]")
        .isRefused(
            "37: billing.complimentary_plan: no plan 'gold' is declared",
            "38: billing.pro_plans: no plan 'silver' is declared",
            "38: billing.pro_plans: stands in the list twice");
  }

  @Test
  void aModuleWithoutTheMetersItCountsIsRefused() {
    small
        .with("[crm, ", "[crm, invoicing, file_storage, ")
        .isRefused(
            "4: modules: invoicing counts customers, which is no declared meter",
            "4: modules: invoicing counts invoices, which is no declared meter",
            "4: modules: file_storage counts storage_bytes, which is no declared meter");
  }

  @Test
  void aModuleThatDoesNotExistIsRefused() {
    small
        .with("[crm, ", "[crn, ")
        .isRefused(
            "4: modules: 'crn' is none of api_keys, audit_log, billing_history,"
                + " business_reports, crm, dashboard, data_rights, deliverability_analytics,"
                + " file_storage, global_search, invoicing, legacy_beta_sign_up, metrics,"
                + " onboarding, operations, owner_analytics, sales_leads, second_factor, sending,"
                + " transaction_ledger, user_management");
  }

  @Test
  void aPlanWithALimitForSomethingThatIsNoMeterIsRefused() {
    small
        .with("domains: 0,", "domains: 0, trees: 5,")
        .isRefused("68: plans.lite.limits.trees: no such meter is declared");
  }

  @Test
  void aPlanWithoutALimitForEveryMeterIsRefused() {
    small.with("domains: 0, ", "").isRefused("68: plans.lite.limits.domains is missing");
  }

  @Test
  void aPlanThatDoesNotSayWhetherItHasAFeatureIsRefused() {
    small.with("{ sso: false }", "{}").isRefused("69: plans.lite.features.sso is missing");
  }

  @Test
  void aPlanWithAFeatureThatIsNotDeclaredIsRefused() {
    small
        .with("{ sso: false }", "{ sso: false, ssso: true }")
        .isRefused("69: plans.lite.features.ssso: no such feature is declared");
  }

  @Test
  void aPlanNamedTwiceIsRefused() {
    small
        .with("  full:\n", "  lite:\n")
        .with("trial:\n  kind: trial\n  plan: full", "trial:\n  kind: trial\n  plan: lite")
        .with("complimentary_plan: full", "complimentary_plan: lite")
        .with("pro_plans: [full]", "pro_plans: [lite]")
        .isRefused("70: plans.lite: given twice, first in line 60");
  }

  @Test
  void aSecondRecommendedPlanIsRefused() {
    small
        .with("recommended: false", "recommended: true")
        .isRefused("70: plans.full: a second recommended plan");
  }

  @Test
  void overageOnAFreePlanIsRefused() {
    small
        .with("price: { month: \"0.99\", year: \"9.90\", per: tenant }", "price: free")
        .isRefused("60: plans.lite: a free plan has no card to bill overage to");
  }

  @Test
  void noPlanAtAllIsRefused() {
    Small cut = new Small(small.text().substring(0, small.text().indexOf("plans:\n")));
    new Small(cut.text() + "plans: {}\n")
        .isRefused(
            "8: sign_up.starting_plan: no plan 'lite' is declared",
            "14: trial.plan: no plan 'full' is declared",
            "37: billing.complimentary_plan: no plan 'full' is declared",
            "38: billing.pro_plans: no plan 'full' is declared",
            "59: plans: there is no plan");
  }

  @Test
  void aPolicyWithoutItsModuleIsRefused() {
    small
        .with("[crm, operations, sending]", "[crm]")
        .isRefused(
            "46: sending: must be none without the module sending",
            "49: operation_types: must be empty without the module operations");
  }

  @Test
  void aModuleWithoutItsPolicyIsRefused() {
    small
        .with("  domain_sales: { kind: not_sold }\n  inboxes_at_once: 10\n", "")
        .with("sending:\n", "sending: none\n")
        .with("[guessing]", "[]")
        .isRefused(
            "46: sending: the module sending needs a policy",
            "47: operation_types: the module operations needs at least one");
  }
}
