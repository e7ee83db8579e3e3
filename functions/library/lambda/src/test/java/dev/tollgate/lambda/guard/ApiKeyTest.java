package dev.tollgate.lambda.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.accounts.SuspensionCause;
import dev.tollgate.core.apikeys.Scope;
import dev.tollgate.core.identity.Verification;
import dev.tollgate.core.subscriptions.Grant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Programs with keys. */
final class ApiKeyTest {
  private final World world = new World("resolutionflow");

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void aKeyWorksForItsTenantWhereARouteTakesItsScopeAndCostsOneRead() {
    String key = world.cabinet.make(Scope.QUOTA_READ);

    World.Answer answer = world.byKey("GET", "/by-key", key);

    assertThat(answer.text()).isEqualTo(Tenants.TENANT.value());
    assertThat(world.cabinet.reads).isEqualTo(1);
    assertThat(world.tenants.reads).isZero();
  }

  @Test
  void aKeyWithoutTheScopeIsForbidden() {
    String key = world.cabinet.make(Scope.QUOTA_READ, Scope.USAGE_READ);
    assertThat(world.byKey("POST", "/by-key", key).outcome()).isEqualTo("403 forbidden");
  }

  @Test
  void rolesAreAskedOfPersonsAndScopesOfKeys() {
    String key = world.cabinet.make(Scope.QUOTA_WRITE);
    assertThat(world.byKey("POST", "/by-key", key).status()).isEqualTo(200);
    assertThat(as("viewer", "POST", "/by-key").outcome()).isEqualTo("403 forbidden");
    assertThat(as("member", "POST", "/by-key").status()).isEqualTo(200);
  }

  @Test
  void aKeyAloneIsNobodyWhereNoKeyMayCall() {
    String key = world.cabinet.make(Scope.values());
    for (String path : List.of("/work", "/person", "/owners", "/exempt", "/history")) {
      assertThat(world.byKey("GET", path, key).outcome()).as(path).isEqualTo("401 unauthenticated");
    }
    assertThat(world.cabinet.reads).isZero();
  }

  @Test
  void badMistypedUnknownRevokedAndExpiredKeysAnswerAlike() {
    String good = world.cabinet.make(Scope.QUOTA_READ);
    String mistyped =
        good.substring(0, 40) + (good.charAt(40) == 'x' ? 'y' : 'x') + good.substring(41);
    for (String key : List.of("", "tg_", "no key", mistyped, "x".repeat(5000))) {
      assertThat(world.byKey("GET", "/by-key", key).outcome()).isEqualTo("401 unauthenticated");
    }
    assertThat(world.cabinet.reads).as("what is no key is not looked up").isZero();

    String text = world.byKey("GET", "/by-key", "tg_").text();
    String expired =
        world.cabinet.make(Set.of(Scope.QUOTA_READ), Optional.of(World.START), Optional.empty());
    assertThat(world.byKey("GET", "/by-key", expired).text()).isEqualTo(text);
    world.cabinet.keys.clear();
    assertThat(world.byKey("GET", "/by-key", good).text()).isEqualTo(text);
  }

  @Test
  void aKeyLivesToItsLastMoment() {
    String key =
        world.cabinet.make(
            Set.of(Scope.QUOTA_READ), Optional.of(World.START.plusMillis(1)), Optional.empty());
    assertThat(world.byKey("GET", "/by-key", key).status()).isEqualTo(200);
  }

  @Test
  void aTokenCountsBeforeAKey() {
    String key = world.cabinet.make(Scope.QUOTA_READ);
    assertThat(
            world
                .get("/by-key", Map.of("x-api-key", key, "authorization", "Bearer nonsense"))
                .outcome())
        .isEqualTo("401 unauthenticated");
    assertThat(
            world
                .get("/by-key", Map.of("x-api-key", "tg_", "authorization", "Bearer viewer"))
                .status())
        .isEqualTo(200);
    assertThat(world.cabinet.reads).isZero();
  }

  @Test
  void suspensionAndSubscriptionAreAskedOfKeysAndMailboxesAreNot() {
    String key = world.cabinet.make(Scope.QUOTA_READ);
    world.tenants.verification = new Verification.Unverified();
    assertThat(world.byKey("GET", "/by-key", key).status()).isEqualTo(200);

    world.tenants.has(new Grant.Unpaid("pro", Tenants.LONG_AGO));
    assertThat(world.byKey("GET", "/by-key", key).outcome()).isEqualTo("402 subscription_inactive");

    world.tenants.standing =
        new Standing.Suspended(SuspensionCause.ADMINISTRATOR, "A reason", Tenants.LONG_AGO);
    assertThat(world.byKey("GET", "/by-key", key).outcome()).isEqualTo("403 tenant_suspended");
  }

  @Test
  void aUseIsNotedAtMostEveryFiveMinutes() {
    for (Duration ago : List.of(Duration.ofMinutes(5).minusMillis(1), Duration.ZERO)) {
      world.byKey("GET", "/by-key", lastUsed(ago));
    }
    assertThat(world.cabinet.notes).isEmpty();

    world.byKey("GET", "/by-key", lastUsed(Duration.ofMinutes(5)));
    world.byKey("GET", "/by-key", world.cabinet.make(Scope.QUOTA_READ));
    assertThat(world.cabinet.notes).containsExactly(World.START, World.START);
  }

  @Test
  void aUseThatCannotBeNotedIsServedAllTheSame() {
    world.cabinet.noting = false;
    assertThat(world.byKey("GET", "/by-key", world.cabinet.make(Scope.QUOTA_READ)).status())
        .isEqualTo(200);
  }

  @Test
  void aRepeatedRequestOfAKeyIsAnsweredAsBefore() {
    Map<String, String> headers =
        Map.of("x-api-key", world.cabinet.make(Scope.QUOTA_WRITE), "idempotency-key", "k-1");
    World.Answer first = world.send("POST", "/by-key", headers, "192.0.2.1");
    World.Answer again = world.send("POST", "/by-key", headers, "192.0.2.1");

    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("idempotent-replayed")).isEqualTo("true");
    assertThat(world.planted().runs).isEqualTo(1);
    assertThat(world.answers.answers.keySet())
        .singleElement()
        .satisfies(key -> assertThat(key.tenant()).contains(Tenants.TENANT));
  }

  private String lastUsed(Duration ago) {
    return world.cabinet.make(
        Set.of(Scope.QUOTA_READ), Optional.empty(), Optional.of(World.START.minus(ago)));
  }

  private World.Answer as(String role, String method, String path) {
    return world.send(method, path, Map.of("authorization", "Bearer " + role), "192.0.2.1");
  }
}
