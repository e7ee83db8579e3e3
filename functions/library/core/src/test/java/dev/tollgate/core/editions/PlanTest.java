package dev.tollgate.core.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
  @Test
  void reachingALimitIsAllowedAndPassingItIsNot() {
    assertThat(new Limit.AtMost(5).allows(5)).isTrue();
    assertThat(new Limit.AtMost(5).allows(6)).isFalse();
    assertThat(new Limit.AtMost(0).allows(1)).isFalse();
    assertThat(new Limit.Unlimited().allows(Long.MAX_VALUE)).isTrue();
  }

  @Test
  void aLimitIsNotNegative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Limit.AtMost(-1))
        .withMessage("a limit may not be negative");
  }

  @Test
  void whatTheEditionDoesNotCountIsNotLimited() {
    assertThat(AnEdition.PRO.limit(Meter.USERS)).isEqualTo(new Limit.AtMost(5));
    assertThat(AnEdition.PRO.limit(Meter.INBOXES)).isEqualTo(new Limit.Unlimited());
  }

  @Test
  void whatTheEditionDoesNotDeclareNobodyHas() {
    assertThat(AnEdition.PRO.has("sso")).isTrue();
    assertThat(AnEdition.FREE.has("sso")).isFalse();
    assertThat(AnEdition.PRO.has("time_travel")).isFalse();
  }

  @Test
  void seatsAreTheLimitOfUsers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan(new Limit.Unlimited(), Map.of(Meter.USERS, new Limit.AtMost(5))))
        .withMessage("seats differ from the limit of users in plan pro");
  }

  @Test
  void aPlanDoesNotChangeWithWhatItWasMadeFrom() {
    Map<Meter, Limit> limits = new HashMap<>();
    Plan plan = plan(new Limit.Unlimited(), limits);
    limits.put(Meter.RECORDS, new Limit.AtMost(1));
    assertThat(plan.limits()).isEmpty();
  }

  @Test
  void aPriceOfNothingIsTheWordFree() {
    String reason = "a price must be above zero; the word is 'free'";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Price.Monthly(0, OptionalLong.empty(), false))
        .withMessage(reason);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Price.Monthly(1, OptionalLong.of(0), false))
        .withMessage(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Pro", "9lives", "api-calls", "naïve", "a b", "none", "unlimited"})
  void aKeyIsSnakeCaseAndNoReservedWord(String key) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Meter(key));
    assertThatIllegalArgumentException().isThrownBy(() -> new Feature(key, "A feature"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AnEdition.plan(key, new Price.ByAgreement()));
  }

  @Test
  void aKeyHasAtMostFortyCharacters() {
    assertThat(new Meter("m".repeat(40)).key()).hasSize(40);
    assertThatIllegalArgumentException().isThrownBy(() -> new Meter("m".repeat(41)));
  }

  private static Plan plan(Limit seats, Map<Meter, Limit> limits) {
    return new Plan(
        "pro",
        "Pro",
        "a plan",
        new Price.ByAgreement(),
        seats,
        limits,
        Map.of(),
        10,
        true,
        false,
        false);
  }
}
