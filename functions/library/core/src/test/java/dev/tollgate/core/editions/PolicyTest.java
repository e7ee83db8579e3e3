package dev.tollgate.core.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tollgate.core.kernel.EmailAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void anyoneSignsUpWhereSignUpIsSelfServe() {
    assertThat(signUp(true).welcomes(new EmailAddress("ada@example.com"))).isTrue();
  }

  @Test
  void onlyTestersSignUpWithoutACodeWhereItIsNot() {
    assertThat(signUp(false).welcomes(new EmailAddress("tester@example.com"))).isTrue();
    assertThat(signUp(false).welcomes(new EmailAddress("ada@example.com"))).isFalse();
  }

  @Test
  void testersAreNotPrinted() {
    assertThat(signUp(false).toString()).doesNotContain("tester@example.com");
  }

  @Test
  void overageNeedsAPriceAndAPeriod() {
    MeterKind monthly = new MeterKind.Counter(Period.MONTH);
    refused("overage needs a unit price", () -> overage(monthly, OptionalLong.empty()));
    refused("a unit price must be above zero", () -> overage(monthly, OptionalLong.of(0)));
    refused(
        "overage needs a counter, a gauge has no period to bill",
        () -> overage(new MeterKind.Gauge(), OptionalLong.of(8)));
  }

  @Test
  void aRefreshTokenOutlivesTheAccessToken() {
    refused(
        "a refresh token must outlive the access token", () -> new SessionPolicy(MINUTE, MINUTE));
    refused(
        "access token must be longer than nothing", () -> new SessionPolicy(Duration.ZERO, MINUTE));
  }

  @Test
  void aRateAllowsSomethingInSomeTime() {
    refused("a rate limit must allow something", () -> new RateRule(0, MINUTE));
    refused("window must be longer than nothing", () -> new RateRule(1, Duration.ZERO));
  }

  @Test
  void aThresholdOfNothingIsTheWordNever() {
    String reason = "a threshold must be above zero; the word is 'never'";
    refused(reason, () -> killSwitch(OptionalInt.of(0), OptionalInt.empty()));
    refused(reason, () -> killSwitch(OptionalInt.empty(), OptionalInt.of(0)));
  }

  @Test
  void remainingNumbersAreNotNegative() {
    refused("grace must be longer than nothing", () -> new VerificationPolicy.Grace(Duration.ZERO));
    refused("a markup must be between 0 and 1000 percent", () -> new DomainSales.OneOffPayment(-1));
    refused(
        "a markup must be between 0 and 1000 percent", () -> new DomainSales.OneOffPayment(1001));
    refused(
        "a request must make at least one inbox",
        () -> new SendingPolicy(new DomainSales.NotSold(), 0));
    refused(
        "read-only window may not be negative",
        () ->
            new BillingPolicy(
                false,
                Duration.ofDays(-1),
                "pro",
                Set.of(),
                new DunningPolicy(Duration.ofDays(7), List.of(), Optional.empty())));
    refused(
        "a wizard may not have fewer than no steps",
        () -> new SignUpPolicy(true, Set.of(), "free", Set.of(), -1));
  }

  private static SignUpPolicy signUp(boolean selfServe) {
    return new SignUpPolicy(
        selfServe, Set.of(new EmailAddress("tester@example.com")), "free", Set.of(), 3);
  }

  private static MeterPolicy overage(MeterKind kind, OptionalLong price) {
    return new MeterPolicy(
        Meter.OPERATIONS, "operations", kind, MeterUnit.ITEMS, Enforcement.OVERAGE, price);
  }

  private static KillSwitchPolicy killSwitch(OptionalInt complaints, OptionalInt payments) {
    return new KillSwitchPolicy(complaints, false, payments, true, true);
  }

  private static void refused(String reason, Runnable making) {
    assertThatIllegalArgumentException().isThrownBy(making::run).withMessage(reason);
  }
}
