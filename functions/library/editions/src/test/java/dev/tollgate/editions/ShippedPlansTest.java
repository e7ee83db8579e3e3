package dev.tollgate.editions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The tables of the product, written here once more: prices in minor units, storage in bytes. */
class ShippedPlansTest {
  @Test
  void tollgateSellsFourPlansByTheSeat() {
    assertThat(PlanTable.of(EditionFiles.load("tollgate")))
        .isEqualTo(
            """
            free | free | seats 1 | api_calls 1000, customers 50, domains 0, emails 50, inboxes 0, \
            invoices 10, operations 10, records 100, storage_bytes 104857600, users 1 | \
            api_access, file_uploads
            starter | 1900/19000 a seat | seats 5 | api_calls 10000, customers 500, domains 1, \
            emails 1000, inboxes 50, invoices 100, operations 100, records 5000, \
            storage_bytes 5368709120, users 5 | api_access, custom_branding, file_uploads
            pro* | 4900/49000 a seat | seats 25 | api_calls 100000, customers unlimited, \
            domains 10, emails 10000, inboxes 500, invoices unlimited, operations 1000, \
            records 50000, storage_bytes 53687091200, users 25 | \
            api_access, custom_branding, file_uploads, priority_support
            enterprise | by agreement | seats unlimited | api_calls unlimited, \
            customers unlimited, domains 100, emails 100000, inboxes 5000, invoices unlimited, \
            operations 10000, records unlimited, storage_bytes 536870912000, users unlimited | \
            api_access, custom_branding, file_uploads, priority_support, single_sign_on
            """);
  }

  @Test
  void pathsixHasFourHardTiers() {
    assertThat(PlanTable.of(EditionFiles.load("pathsix")))
        .isEqualTo(
            """
            free | free | seats 1 | api_calls 100, emails 3, records 25, storage_bytes 0, users 1 | -
            starter | 1499 | seats 3 | api_calls 5000, emails 100, records 5000, \
            storage_bytes 2147483648, users 3 | file_uploads
            business* | 7900 | seats 10 | api_calls 50000, emails 1000, records 50000, \
            storage_bytes 26843545600, users 10 | file_uploads
            enterprise | 49900 | seats unlimited | api_calls unlimited, emails 10000, \
            records 500000, storage_bytes 268435456000, users unlimited | file_uploads
            """);
  }

  @Test
  void pm33CountsOperationsAlone() {
    assertThat(PlanTable.of(EditionFiles.load("pm33")))
        .isEqualTo(
            """
            starter | 2900 | seats unlimited | operations 100 | basic_analysis, email_support
            team* | 7900 | seats unlimited | operations 500 | \
            advanced_analysis, basic_analysis, email_support, priority_support
            scale | 19900 | seats unlimited | operations 2000 | \
            advanced_analysis, api_access, basic_analysis, dedicated_support, email_support, \
            full_suite, priority_support
            enterprise | 59900 | seats unlimited | operations 10000 | \
            advanced_analysis, api_access, basic_analysis, custom_integrations, \
            dedicated_support, email_support, full_suite, priority_support, support_24_7
            """);
  }

  @Test
  void rmsHasAFreeTierAndOnePaidPlanInRupees() {
    assertThat(PlanTable.of(EditionFiles.load("rms")))
        .isEqualTo(
            """
            free | free | seats 1 | customers 50, invoices 10, users 1 | \
            basic_features, upgrade_prompts
            pro* | 99900 | seats unlimited | customers unlimited, invoices unlimited, \
            users unlimited | api_access, basic_features, custom_branding, priority_support
            """);
  }

  @Test
  void resolutionflowSellsSeatsAndKeepsEnterpriseWithoutAPrice() {
    assertThat(PlanTable.of(EditionFiles.load("resolutionflow")))
        .isEqualTo(
            """
            free | free | seats 1 | ai_builds 5, ai_builds_24h 2, sessions 20, trees 3, users 1 | -
            starter | 1999 a seat | seats 1 | ai_builds 15, ai_builds_24h 5, sessions 75, \
            trees 10, users 1 | script_builder
            pro* | 2999 a seat | seats 10 | ai_builds 100, ai_builds_24h 20, sessions 500, \
            trees 50, users 10 | analytics_dashboards, escalation_mode, knowledge_flywheel, \
            psa_integration, script_builder
            enterprise | by agreement | seats unlimited | ai_builds unlimited, \
            ai_builds_24h unlimited, sessions unlimited, trees unlimited, users unlimited | \
            analytics_dashboards, audit_log, escalation_mode, knowledge_flywheel, \
            psa_integration, script_builder, sso, team_admin_full
            """);
  }

  @Test
  void inboxgroveHasThreePlans() {
    assertThat(PlanTable.of(EditionFiles.load("inboxgrove")))
        .isEqualTo(
            """
            starter | 4900 | seats unlimited | api_calls 100000, domains 10, inboxes 500 | -
            growth* | 14900 | seats unlimited | api_calls 500000, domains 50, inboxes 2500 | -
            scale | 39900 | seats unlimited | api_calls unlimited, domains 200, inboxes 10000 | -
            """);
  }
}
