package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.apikeys.ApiKey;
import dev.tollgate.core.apikeys.KeyHolder;
import dev.tollgate.core.apikeys.KeyText;
import dev.tollgate.core.apikeys.Scope;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.kernel.UserId;
import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.Gate;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Script;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ApiKeysDynamoTest {
  private static final int MOST = 5;
  private static final int CREATORS = 20;
  private static final RandomGenerator RANDOM = new SecureRandom();

  private final ATable world = new ATable();
  private final ApiKeysDynamo keys = new ApiKeysDynamo(world.table);

  @BeforeEach
  void calm() {
    world.faults.follow(Script.calm());
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void oneReadTellsWhoShowsAKey() {
    Tenancy tenancy = founded();
    KeyText text = text(tenancy.account().id());
    ApiKey key = made(text);
    world.faults.follow(Script.calm());

    assertThat(keys.find(text)).contains(new KeyHolder(key, tenancy));
    assertThat(world.faults.calls()).containsExactly("BatchGetItem");
  }

  @Test
  void everyPartOfAKeyIsReadAsItWasWritten() {
    TenantId tenant = Some.tenant();
    KeyText text = text(tenant);
    ApiKey lasting = made(text);
    ApiKey full =
        new ApiKey(
            Some.IDS.apiKey(Some.NOW.plusMillis(1)),
            tenant,
            "Full",
            text(tenant).fingerprint(),
            "wxyz",
            EnumSet.allOf(Scope.class),
            Some.IDS.user(Some.NOW),
            Some.NOW,
            Optional.of(Some.NOW.plusSeconds(5)),
            Optional.of(Some.NOW.plusSeconds(4)));
    create(full);

    assertThat(keys.list(tenant)).containsExactly(lasting, full);
    assertThat(ttls(tenant)).containsExactly(Some.NOW.getEpochSecond() + 5);
    assertThat(world.items(Key.tenant(tenant), "APIKEY#").toString())
        .doesNotContain(text.text())
        .doesNotContain(text.text().substring(30));
  }

  @Test
  void nobodyIsFoundByAKeyThatWasNeverMadeOrIsAnotherTenants() {
    Tenancy tenancy = founded();
    KeyText foreign = text(founded().account().id());
    made(foreign);

    assertThat(keys.find(text(tenancy.account().id()))).isEmpty();
    assertThat(keys.list(tenancy.account().id())).isEmpty();
    assertThat(keys.find(text(Some.tenant()))).isEmpty();
  }

  @Test
  void aRevokedKeyIsGoneAtOnceAndCannotBeRevokedAgain() {
    Tenancy tenancy = founded();
    TenantId tenant = tenancy.account().id();
    KeyText text = text(tenant);
    ApiKey key = made(text);

    assertThat(keys.revoke(tenant, key.id(), Some.entry(tenant))).isTrue();

    assertThat(keys.find(text)).isEmpty();
    assertThat(keys.revoke(tenant, key.id(), Some.entry(tenant))).isFalse();
    assertThat(count(tenant, "AUDIT#")).isEqualTo(2);
  }

  @Test
  void anotherTenantsKeyCannotBeRevoked() {
    ApiKey foreign = made(text(Some.tenant()));
    TenantId tenant = Some.tenant();

    assertThat(keys.revoke(tenant, foreign.id(), Some.entry(tenant))).isFalse();
    assertThat(keys.list(foreign.tenant())).containsExactly(foreign);
    assertThat(count(tenant, "AUDIT#")).isZero();
  }

  @Test
  void anExpiredKeyCannotBeRevokedAlthoughTheStoreStillHasIt() {
    TenantId tenant = Some.tenant();
    ApiKey key = expiringNow(tenant);
    create(key);

    assertThat(keys.revoke(tenant, key.id(), Some.entry(tenant))).isFalse();
  }

  @Test
  void aKeyThatManyRevokeIsRevokedOnce() {
    TenantId tenant = Some.tenant();
    ApiKey key = made(text(tenant));
    world.faults.hold(Gate.after("Query", CREATORS));

    List<Boolean> revoked =
        Race.run(
            Collections.<Callable<Boolean>>nCopies(
                CREATORS, () -> keys.revoke(tenant, key.id(), Some.entry(tenant))));

    assertThat(Collections.frequency(revoked, true)).isEqualTo(1);
    assertThat(count(tenant, "AUDIT#")).isEqualTo(2);
  }

  /** All of them have counted the same before any of them writes. */
  @Test
  void howeverManyMakeKeysAtOnceThereIsAMost() {
    TenantId tenant = Some.tenant();
    made(text(tenant));
    world.faults.hold(Gate.after("Query", CREATORS));

    List<Boolean> created =
        Race.run(
            Stream.generate(() -> key(text(tenant)))
                .limit(CREATORS)
                .<Callable<Boolean>>map(key -> () -> keys.create(key, MOST, Some.entry(tenant)))
                .toList());

    world.faults.follow(Script.calm());
    assertThat(Collections.frequency(created, true)).isEqualTo(MOST - 1);
    assertThat(keys.list(tenant)).hasSize(MOST);
    assertThat(count(tenant, "AUDIT#")).isEqualTo(MOST);
  }

  @Test
  void aRevokedOrExpiredKeyMakesRoom() {
    TenantId tenant = Some.tenant();
    ApiKey first = made(text(tenant));
    create(expiringNow(tenant));
    for (int i = 1; i < MOST; i++) {
      made(text(tenant));
    }
    assertThat(keys.create(key(text(tenant)), MOST, Some.entry(tenant))).isFalse();

    assertThat(keys.revoke(tenant, first.id(), Some.entry(tenant))).isTrue();

    assertThat(keys.create(key(text(tenant)), MOST, Some.entry(tenant))).isTrue();
    assertThat(keys.create(key(text(tenant)), MOST, Some.entry(tenant))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"LOST_ANSWER", "CONFLICT", "THROTTLE"})
  void whateverBreaksAtWhicheverCallThereIsOneKey(Fault fault) {
    for (int call = 1; call <= 3; call++) {
      TenantId tenant = Some.tenant();
      ApiKey key = key(text(tenant));
      world.faults.follow(
          fault == Fault.CONFLICT
              ? Script.first(call, "TransactWriteItems", fault)
              : Script.at(call, fault));

      assertThat(keys.create(key, 1, Some.entry(tenant))).as(fault + " at " + call).isTrue();

      world.faults.follow(Script.calm());
      assertThat(keys.list(tenant)).containsExactly(key);
      assertThat(count(tenant, "AUDIT#")).isEqualTo(1);
    }
  }

  @Test
  void aLaterUseIsNotedAndAnEarlierOneIsNot() {
    TenantId tenant = Some.tenant();
    ApiKey key = made(text(tenant));

    keys.used(key, Some.NOW.plusSeconds(60));
    keys.used(key, Some.NOW.plusSeconds(30));

    assertThat(keys.list(tenant).getFirst().lastUsedAt()).contains(Some.NOW.plusSeconds(60));
  }

  @Test
  void aRevokedKeyDoesNotComeBackBecauseItWasUsed() {
    TenantId tenant = Some.tenant();
    ApiKey key = made(text(tenant));
    keys.revoke(tenant, key.id(), Some.entry(tenant));

    keys.used(key, Some.NOW);

    assertThat(world.items(Key.tenant(tenant), "APIKEY#")).isEmpty();
  }

  @Test
  void aUseThatCannotBeNotedDisturbsNobody() {
    TenantId tenant = Some.tenant();
    ApiKey key = made(text(tenant));
    world.faults.follow(Script.always("TransactWriteItems", Fault.CONFLICT));

    keys.used(key, Some.NOW);

    world.faults.follow(Script.calm());
    assertThat(keys.list(tenant)).containsExactly(key);
  }

  @Test
  void contentionWithoutEndIsNoRefusal() {
    TenantId tenant = Some.tenant();
    world.faults.follow(Script.always("TransactWriteItems", Fault.CONFLICT));

    assertThatThrownBy(() -> keys.create(key(text(tenant)), MOST, Some.entry(tenant)))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void aScopeThatWeDoNotKnowIsRefused() {
    TenantId tenant = Some.tenant();
    ApiKey key = made(text(tenant));
    world.vandaliseSet(ApiKeyItem.ApiKeyKey.of(key), "scopes", "everything");

    assertThatThrownBy(() -> keys.list(tenant)).isInstanceOf(IllegalStateException.class);
  }

  private static KeyText text(TenantId tenant) {
    return KeyText.random(tenant, RANDOM);
  }

  private ApiKey made(KeyText text) {
    ApiKey key = key(text);
    create(key);
    return key;
  }

  private void create(ApiKey key) {
    assertThat(keys.create(key, 100, Some.entry(key.tenant()))).isTrue();
  }

  private static ApiKey key(KeyText text) {
    return key(text, Optional.empty());
  }

  private static ApiKey key(KeyText text, Optional<Instant> expiresAt) {
    return new ApiKey(
        Some.IDS.apiKey(Some.NOW),
        text.tenant(),
        "Deployment",
        text.fingerprint(),
        text.lastFour(),
        EnumSet.of(Scope.QUOTA_READ),
        Some.IDS.user(Some.NOW),
        Some.NOW,
        expiresAt,
        Optional.empty());
  }

  private static ApiKey expiringNow(TenantId tenant) {
    return key(text(tenant), Optional.of(Some.NOW));
  }

  private Tenancy founded() {
    TenantId tenant = Some.tenant();
    UserId owner = Some.IDS.user(Some.NOW);
    Tenancy tenancy =
        Tenancy.of(Account.founded(tenant, "Fleet", owner, Some.NOW), Some.trial(tenant));
    world.table.writeAlways(
        List.of(
            Action.put(AccountItem.write(tenancy.account())),
            EnrollmentItem.begin(tenancy.enrollment())));
    return tenancy;
  }

  private List<Long> ttls(TenantId tenant) {
    return world.items(Key.tenant(tenant), "APIKEY#").stream()
        .filter(row -> row.attributes().containsKey("ttl"))
        .map(row -> row.longNumber("ttl"))
        .toList();
  }

  private int count(TenantId tenant, String prefix) {
    return world.items(Key.tenant(tenant), prefix).size();
  }
}
