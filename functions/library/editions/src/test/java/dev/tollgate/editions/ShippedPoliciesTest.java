package dev.tollgate.editions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.DomainSales;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.KillSwitchPolicy;
import dev.tollgate.core.editions.Module;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.editions.SendingPolicy;
import dev.tollgate.core.editions.SessionPolicy;
import dev.tollgate.core.editions.SignInProvider;
import dev.tollgate.core.editions.SignUpPolicy;
import dev.tollgate.core.editions.VerificationPolicy;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ShippedPoliciesTest {
  static final List<String> NAMES = Shipped.NAMES;

  @ParameterizedTest
  @CsvSource({
    "tollgate, USD, free, false",
    "pathsix, USD, free, false",
    "pm33, USD, starter, false",
    "rms, INR, free, false",
    "resolutionflow, USD, free, false",
    "inboxgrove, USD, starter, true",
  })
  void eachNamesItselfItsCurrencyAndWhatATenantWithoutATrialStartsWith(
      String name, String currency, String startingPlan, boolean customerAtSignUp) {
    Edition edition = EditionFiles.load(name);
    assertThat(edition.key()).isEqualTo(name);
    assertThat(edition.currency()).isEqualTo(currency);
    assertThat(edition.signUp())
        .isEqualTo(
            new SignUpPolicy(true, Set.of(), startingPlan, EnumSet.allOf(SignInProvider.class), 3));
    assertThat(edition.billing().customerAtSignUp()).isEqualTo(customerAtSignUp);
    assertThat(edition.billing().readOnlyWindow()).isEqualTo(Duration.ofDays(30));
  }

  @ParameterizedTest
  @CsvSource({
    "tollgate, enterprise, pro enterprise",
    "pathsix, enterprise, business enterprise",
    "pm33, enterprise, scale enterprise",
    "rms, pro, pro",
    "resolutionflow, enterprise, pro enterprise",
    "inboxgrove, scale, growth scale",
  })
  void eachSaysWhatIsComplimentaryAndWhatCountsAsPro(String name, String plan, String proPlans) {
    Edition edition = EditionFiles.load(name);
    assertThat(edition.billing().complimentaryPlan()).isEqualTo(plan);
    assertThat(edition.billing().proPlans()).containsExactly(proPlans.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "tollgate, PT15M",
    "pathsix, PT15M",
    "pm33, PT15M",
    "rms, PT30M",
    "resolutionflow, PT15M",
    "inboxgrove, PT15M",
  })
  void accessTokensAreShortAndRefreshTokensLastAWeek(String name, Duration accessToken) {
    assertThat(EditionFiles.load(name).sessions())
        .isEqualTo(new SessionPolicy(accessToken, Duration.ofDays(7)));
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void onlyPathsixWantsAVerifiedAddressFirst(String name) {
    VerificationPolicy expected =
        name.equals("pathsix")
            ? new VerificationPolicy.VerifiedFirst()
            : new VerificationPolicy.Grace(Duration.ofDays(7));
    assertThat(EditionFiles.load(name).verification()).isEqualTo(expected);
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void onlyPathsixGathersUsageForFiveSeconds(String name) {
    assertThat(EditionFiles.load(name).usageBatching())
        .isEqualTo(name.equals("pathsix") ? Duration.ofSeconds(5) : Duration.ZERO);
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void noShippedPlanIsHiddenOrArchived(String name) {
    assertThat(EditionFiles.load(name).plans()).allMatch(Plan::isOnOffer);
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void onlyWhereThereIsSendingDoComplaintsAndBlockListsSuspend(String name) {
    boolean sends = Set.of("tollgate", "inboxgrove").contains(name);
    assertThat(EditionFiles.load(name).killSwitch())
        .isEqualTo(
            new KillSwitchPolicy(
                sends ? OptionalInt.of(10) : OptionalInt.empty(),
                sends,
                name.equals("inboxgrove") ? OptionalInt.of(3) : OptionalInt.empty(),
                true,
                true));
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void domainsAreSoldOneByOneAndInboxesComeByFifty(String name) {
    Edition edition = EditionFiles.load(name);
    if (edition.has(Module.SENDING)) {
      assertThat(edition.sending())
          .contains(new SendingPolicy(new DomainSales.OneOffPayment(0), 50));
    } else {
      assertThat(edition.sending()).isEmpty();
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void operationsAreOfFourTypes(String name) {
    Edition edition = EditionFiles.load(name);
    if (edition.has(Module.OPERATIONS)) {
      assertThat(edition.operationTypes())
          .containsExactly(
              "strategic_analysis",
              "workflow_generation",
              "competitive_analysis",
              "market_research");
    } else {
      assertThat(edition.operationTypes()).isEmpty();
    }
  }
}
