package dev.tollgate.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.billing.Caller.Answer;
import dev.tollgate.core.billing.Checkouts;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.core.subscriptions.Enrollment;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Going to pay, and looking after what pays. */
class CheckoutTest {
  private static final String CHECKOUT = World.BILLING + "/checkout-session";
  private static final String PORTAL = World.BILLING + "/portal-session";
  private static final String PRO = "{\"plan\":\"pro\",\"seats\":3}";

  private final World world = new World();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void anOwnerGetsThePageForTheSeatsTheyWant() {
    Answer answer = world.owner().post(CHECKOUT, PRO);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"url\":\"https://pay.example/cs_1\"}");
    Checkouts.Order order = world.provider.orders.getFirst();
    assertThat(order.lines()).containsExactly(new Checkouts.Line("price_pro", OptionalInt.of(3)));
    assertThat(order.onSuccess())
        .isEqualTo(URI.create("https://app.tollgate.test/billing?checkout=done"));
  }

  @Test
  void whatIsLeftOfATrialGoesOver() {
    world.trialing(Duration.ofDays(9));
    world.owner().post(CHECKOUT, PRO);
    assertThat(world.provider.orders.getFirst().trialEnd())
        .contains(world.now.plus(Duration.ofDays(9)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"MEMBER", "VIEWER", "PLATFORM_ADMIN"})
  void onlyOwnersAndAdminsPay(Role role) {
    world.customer();
    Caller caller = world.anybody().as(role);
    assertThat(caller.post(CHECKOUT, PRO).outcome()).isEqualTo("403 forbidden");
    assertThat(caller.post(PORTAL, "").outcome()).isEqualTo("403 forbidden");
    assertThat(caller.get(PORTAL).outcome()).isEqualTo("403 forbidden");
    assertThat(world.provider.asked).isEmpty();
  }

  @Test
  void anAdminPaysToo() {
    assertThat(world.anybody().as(Role.ADMIN).post(CHECKOUT, PRO).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|plan",
        "{\"plan\":null}|plan",
        "{\"plan\":[\"pro\"]}|plan",
        "{\"plan\":7}|plan",
        "{\"plan\":\"nonsense\"}|plan",
        "{\"plan\":\"free\"}|plan",
        "{\"plan\":\"enterprise\"}|plan",
        "{\"plan\":\"pro\",\"seats\":-1}|seats",
        "{\"plan\":\"pro\",\"seats\":0}|seats",
        "{\"plan\":\"pro\",\"seats\":11}|seats",
        "{\"plan\":\"pro\",\"seats\":1e999}|seats",
        "{\"plan\":\"pro\",\"seats\":99999999999999999999}|seats",
        "{\"plan\":\"pro\",\"seats\":4294967297}|seats",
        "{\"plan\":\"pro\",\"seats\":1.5}|seats",
        "{\"plan\":\"pro\",\"seats\":\"3\"}|seats",
        "{\"plan\":\"pro\",\"seats\":[3]}|seats",
        "{\"plan\":\"pro\",\"billing_interval\":\"weekly\"}|billing_interval",
        "{\"plan\":\"pro\",\"billing_interval\":[\"monthly\"]}|billing_interval",
        "{\"plan\":\"pro\",\"billing_interval\":\"annual\"}|billing_interval"
      })
  void aWishThatIsNotRightNamesItsField(String body, String field) {
    Answer answer = world.owner().post(CHECKOUT, body);
    assertThat(answer.outcome()).isEqualTo("422 validation_failed");
    assertThat(answer.text()).contains("\"field\":\"" + field + "\"");
    assertThat(world.provider.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"plan\":\"pro\"}x"})
  void whatIsNoObjectIsMalformed(String body) {
    assertThat(world.owner().post(CHECKOUT, body).outcome()).isEqualTo("400 malformed_request");
  }

  @Test
  void withoutAnAccountAtTheProviderNothingIsSold() {
    world.provider.configured = false;
    world.customer();
    assertThat(world.owner().post(CHECKOUT, PRO).outcome()).isEqualTo("503 stripe_not_configured");
    assertThat(world.owner().post(PORTAL, "").outcome()).isEqualTo("503 stripe_not_configured");
  }

  @Test
  void aPlanWithoutAPriceAtTheProviderIsNotSoldYet() {
    world.plans.matched = Set.of();
    assertThat(world.owner().post(CHECKOUT, PRO).outcome()).isEqualTo("503 stripe_not_configured");
  }

  @Test
  void aSecondSubscriptionIsRefused() {
    world.paying("pro", 1);
    assertThat(world.owner().post(CHECKOUT, PRO).outcome()).isEqualTo("409 subscription_exists");
  }

  @Test
  void theCurrencyOfTheFirstContractStays() {
    Enrollment old = world.people.enrollment;
    world.people.enrollment =
        new Enrollment(
            old.tenant(),
            old.grant(),
            old.customer(),
            Optional.of(world.contract("pro", ContractStatus.CANCELED, 1, Optional.empty())),
            Optional.empty(),
            Optional.of("INR"),
            1);
    Answer answer = world.owner().post(CHECKOUT, PRO);
    assertThat(answer.outcome()).isEqualTo("409 currency_fixed");
    assertThat(answer.field("currency")).isEqualTo("INR");
  }

  @Test
  void aProviderThatDoesNotAnswerLeavesNothingAssumed() {
    world.provider.silent = true;
    assertThat(world.owner().post(CHECKOUT, PRO).outcome())
        .isEqualTo("503 temporarily_unavailable");
  }

  @Test
  void theSameRequestAgainGetsTheFirstAnswer() {
    Caller owner = world.owner().with("idempotency-key", "one");
    String first = owner.post(CHECKOUT, PRO).text();
    Answer second = owner.post(CHECKOUT, PRO);
    assertThat(second.text()).isEqualTo(first);
    assertThat(second.headers().get("idempotent-replayed")).isEqualTo("true");
    assertThat(world.provider.orders).hasSize(1);
    assertThat(owner.post(CHECKOUT, "{\"plan\":\"starter\"}").outcome())
        .isEqualTo("422 idempotency_key_reused");
  }

  @Test
  void thePortalOpensEitherWay() {
    world.customer();
    String page = "{\"url\":\"https://pay.example/portal?back=https://app.tollgate.test/billing\"}";
    assertThat(world.owner().post(PORTAL, "").text()).isEqualTo(page);
    assertThat(world.owner().get(PORTAL).text()).isEqualTo(page);
  }

  @Test
  void whoNeverCameToACheckoutHasNoPortal() {
    assertThat(world.owner().post(PORTAL, "").outcome()).isEqualTo("400 no_stripe_customer");
    assertThat(world.owner().get(PORTAL).outcome()).isEqualTo("400 no_stripe_customer");
  }
}
