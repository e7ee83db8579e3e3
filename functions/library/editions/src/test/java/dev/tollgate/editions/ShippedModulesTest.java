package dev.tollgate.editions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.Module;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedModulesTest {
  /** What every deployment serves, whatever it sells. */
  private static final EnumSet<Module> EVERYWHERE =
      EnumSet.of(
          Module.USER_MANAGEMENT,
          Module.OWNER_ANALYTICS,
          Module.AUDIT_LOG,
          Module.DATA_RIGHTS,
          Module.BILLING_HISTORY,
          Module.API_KEYS,
          Module.SECOND_FACTOR,
          Module.METRICS,
          Module.ONBOARDING,
          Module.SALES_LEADS);

  @Test
  void tollgateHasThemAll() {
    assertThat(EditionFiles.load("tollgate").modules()).containsExactly(Module.values());
  }

  @ParameterizedTest
  @CsvSource({
    "pathsix, CRM FILE_STORAGE GLOBAL_SEARCH BUSINESS_REPORTS",
    "pm33, OPERATIONS",
    "rms, INVOICING DASHBOARD",
    "resolutionflow, LEGACY_BETA_SIGN_UP",
    "inboxgrove, SENDING DELIVERABILITY_ANALYTICS TRANSACTION_LEDGER",
  })
  void theOthersHaveTheirOwn(String name, String own) {
    EnumSet<Module> expected = EnumSet.copyOf(EVERYWHERE);
    List.of(own.split(" ")).forEach(module -> expected.add(Module.valueOf(module)));
    assertThat(EditionFiles.load(name).modules()).isEqualTo(expected);
  }
}
