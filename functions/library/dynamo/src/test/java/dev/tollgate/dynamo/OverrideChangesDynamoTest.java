package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.entitlements.Granted;
import dev.tollgate.core.entitlements.Overrides;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.overrides.OverrideChanges.Commit;
import dev.tollgate.core.overrides.OverridesChange;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.Gate;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Script;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the platform owner grants, under the versions of both that it was decided on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OverrideChangesDynamoTest {
  private static final int RACERS = 20;

  private final ATable world = new ATable();
  private final OverrideChangesDynamo changes =
      new OverrideChangesDynamo(world.table, new Fences(List.of()));
  private final MembersDynamo members = new MembersDynamo(world.table);

  @BeforeEach
  void calm() {
    world.faults.follow(Script.calm());
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void everyKindIsKeptAsItWasGranted() {
    TenantId tenant = founded();
    Overrides granted =
        Overrides.none(tenant)
            .with(Meter.RECORDS, granted(new Limit.AtMost(0)))
            .with(Meter.EMAILS, granted(new Limit.Unlimited()))
            .with("sso", granted(true))
            .with("audit_log", new Granted<>(false, "why", Some.NOW, Optional.of(Some.NOW)));
    assertThat(changes.commit(change(granted, 0))).isEqualTo(Commit.WRITTEN);
    assertThat(read(tenant).overrides()).isEqualTo(granted.written());
    Overrides fewer = read(tenant).overrides().without(Meter.RECORDS).without("sso");
    assertThat(changes.commit(change(fewer, 1))).isEqualTo(Commit.WRITTEN);
    assertThat(read(tenant).overrides()).isEqualTo(fewer.written());
    assertThat(count(tenant, "AUDIT#")).isEqualTo(2);
    assertThat(count(tenant, "OUTBOX#")).isEqualTo(2);
  }

  @Test
  void aDecisionOnTheOldRightsFailsItsCheck() {
    TenantId tenant = founded();
    Enrollment seen = read(tenant).enrollment();
    changes.commit(change(Overrides.none(tenant).with("sso", granted(true)), seen.version()));
    assertThat(read(tenant).enrollment().version()).isEqualTo(seen.version() + 1);
    assertThat(
            new BillingChangesDynamo(world.table, new Fences(List.of()))
                .commit(BillingChange.of(seen, Some.NOW)))
        .isEqualTo(BillingChanges.Commit.STALE);
  }

  @Test
  void whoReadEitherOfThemTooEarlyWritesNothing() {
    TenantId tenant = founded();
    Overrides first = Overrides.none(tenant).with("sso", granted(true));
    changes.commit(change(first, 0));
    int items = world.size();
    assertThat(changes.commit(change(first, 1))).isEqualTo(Commit.STALE);
    assertThat(changes.commit(change(first.written(), 0))).isEqualTo(Commit.STALE);
    assertThat(world.size()).isEqualTo(items);
  }

  @Test
  void twentyWhoSawTheSameChangeItOnce() {
    TenantId tenant = founded();
    world.faults.hold(Gate.after("BatchGetItem", RACERS));
    List<Commit> commits =
        Race.run(
            Collections.<Callable<Commit>>nCopies(
                RACERS,
                () -> {
                  Tenancy seen = read(tenant);
                  return changes.commit(
                      change(
                          seen.overrides().with("sso", granted(true)),
                          seen.enrollment().version()));
                }));
    assertThat(Collections.frequency(commits, Commit.WRITTEN)).isEqualTo(1);
    assertThat(count(tenant, "AUDIT#")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"LOST_ANSWER", "CONFLICT", "THROTTLE"})
  void whateverBreaksItIsWrittenOnce(Fault fault) {
    TenantId tenant = founded();
    world.faults.follow(Script.at(1, fault));
    assertThat(changes.commit(change(Overrides.none(tenant).with("sso", granted(true)), 0)))
        .isEqualTo(Commit.WRITTEN);
    assertThat(read(tenant).overrides().version()).isEqualTo(1);
    assertThat(count(tenant, "OUTBOX#")).isEqualTo(1);
  }

  private static <T> Granted<T> granted(T value) {
    return new Granted<>(value, "why", Some.NOW, Optional.empty());
  }

  private static OverridesChange change(Overrides overrides, long enrollment) {
    TenantId tenant = overrides.tenant();
    return new OverridesChange(
        overrides,
        enrollment,
        Some.entry(tenant),
        Message.of(
            new Announcement.Published("entitlements.changed", Map.of("tenant_id", tenant.value())),
            tenant,
            Some.NOW,
            Some.IDS));
  }

  private Tenancy read(TenantId tenant) {
    return members.findTenancy(tenant).orElseThrow();
  }

  private int count(TenantId tenant, String prefix) {
    return world.items(Key.tenant(tenant), prefix).size();
  }

  private TenantId founded() {
    TenantId tenant = Some.tenant();
    world.table.writeAlways(
        List.of(
            Action.put(
                AccountItem.write(
                    Account.founded(tenant, "Acme", Some.IDS.user(Some.NOW), Some.NOW))),
            EnrollmentItem.begin(Some.trial(tenant))));
    return tenant;
  }
}
