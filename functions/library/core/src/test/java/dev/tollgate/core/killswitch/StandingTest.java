package dev.tollgate.core.killswitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.accounts.SuspensionCause;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.editions.KillSwitchPolicy;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.Checked;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Announcement;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People of the platform suspend and restore. */
class StandingTest {
  private static final Client CLIENT = new Client("192.0.2.1", "test");
  private static final SuspensionReason REASON = new SuspensionReason("Phishing.");

  private final Land land = new Land();
  private final Member boss = land.founded(Role.PLATFORM_ADMIN);
  private final Member owner = land.founded(Role.OWNER);
  private final TenantId tenant = owner.account().id();
  private final RestoringTenant restoring = new RestoringTenant(land, land, land, land.ids);

  @Test
  void aSuspensionIsWrittenToldAndAuditedTogether() {
    assertThat(suspend(tenant)).isInstanceOf(SuspendingTenant.Suspended.class);

    assertThat(land.standing(tenant))
        .isEqualTo(new Standing.Suspended(SuspensionCause.ADMINISTRATOR, "Phishing.", land.now()));
    assertThat(land.announced())
        .containsExactly(
            new Announcement.AccountSuspended(owner.user().id(), "Phishing."),
            new Announcement.Published(
                "tenant.suspended",
                Map.of(
                    "tenant_id", tenant.value(),
                    "cause", "administrator",
                    "reason", "Phishing.")));
    assertThat(land.trail)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.action()).isEqualTo(AuditAction.TENANT_SUSPENDED);
              assertThat(entry.tenant()).isEqualTo(tenant);
              assertThat(entry.subject()).isEqualTo(boss.user().id());
              assertThat(entry.detail()).contains("administrator: Phishing.");
              assertThat(entry.at()).isEqualTo(land.now());
            });
  }

  @Test
  void whoIsSuspendedIsNotSuspendedAgain() {
    suspend(tenant);
    assertThat(suspend(tenant)).isEqualTo(new SuspendingTenant.AlreadySuspended());
    assertThat(land.trail).hasSize(1);
  }

  @Test
  void nobodyIsSuspendedWhoDoesNotExist() {
    assertThat(suspend(land.ids.tenant(land.now()))).isEqualTo(new SuspendingTenant.Unknown());
  }

  @Test
  void thePlatformNeverStopsItself() {
    assertThat(suspend(boss.account().id())).isEqualTo(new SuspendingTenant.OfThePlatform());
    Member other = land.founded(Role.PLATFORM_ADMIN);
    assertThat(suspend(other.account().id())).isEqualTo(new SuspendingTenant.OfThePlatform());
    assertThat(land.trail).isEmpty();
  }

  @Test
  void anEditionSaysForWhatAPersonMaySuspend() {
    KillSwitchPolicy termsOnly =
        new KillSwitchPolicy(OptionalInt.empty(), false, OptionalInt.empty(), false, true);
    SuspendingTenant suspending = suspending(termsOnly);
    assertThat(suspend(suspending, SuspensionCause.ADMINISTRATOR))
        .isEqualTo(new SuspendingTenant.SwitchedOff());
    assertThat(suspend(suspending, SuspensionCause.TERMS_OF_SERVICE))
        .isInstanceOf(SuspendingTenant.Suspended.class);
  }

  @Test
  void aPersonGivesNoTriggersCause() {
    assertThatThrownBy(() -> new SuspendingTenant.Wish(SuspensionCause.SPAM_COMPLAINTS, REASON))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRestoreIsToldAuditedAndLetsWorkGoOn() {
    suspend(tenant);
    land.outbox.clear();

    assertThat(restoring.restore(tenant, boss, CLIENT))
        .isInstanceOf(RestoringTenant.Restored.class);

    assertThat(land.standing(tenant)).isEqualTo(new Standing.Good());
    assertThat(land.announced())
        .containsExactly(
            new Announcement.AccountRestored(owner.user().id()),
            new Announcement.Published("tenant.restored", Map.of("tenant_id", tenant.value())),
            new Announcement.WorkResumed());
    assertThat(land.trail.getLast().action()).isEqualTo(AuditAction.TENANT_RESTORED);
    assertThat(land.trail.getLast().subject()).isEqualTo(boss.user().id());
    assertThat(restoring.restore(tenant, boss, CLIENT))
        .isEqualTo(new RestoringTenant.NotSuspended());
  }

  @Test
  void aRestoreEndsWhatStandsByTheTimeItIsWritten() {
    suspend(tenant);
    land.beforeWrite =
        () -> {
          restoring.restore(tenant, boss, CLIENT);
          suspend(tenant);
        };
    assertThat(restoring.restore(tenant, boss, CLIENT))
        .isInstanceOf(RestoringTenant.Restored.class);
    assertThat(land.standing(tenant)).isEqualTo(new Standing.Good());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "a\nb", "a\u0000b"})
  void aReasonIsAFewWords(String text) {
    assertThat(SuspensionReason.parse(text)).isInstanceOf(Checked.Invalid.class);
  }

  @Test
  void aReasonHasAtMostFiveHundredCharacters() {
    assertThat(SuspensionReason.parse(" " + "x".repeat(500) + " "))
        .isInstanceOf(Checked.Valid.class);
    assertThat(SuspensionReason.parse("x".repeat(501))).isInstanceOf(Checked.Invalid.class);
  }

  private SuspendingTenant.Outcome suspend(TenantId whom) {
    KillSwitchPolicy policy =
        new KillSwitchPolicy(OptionalInt.empty(), false, OptionalInt.empty(), true, true);
    return suspending(policy)
        .suspend(
            whom, new SuspendingTenant.Wish(SuspensionCause.ADMINISTRATOR, REASON), boss, CLIENT);
  }

  private SuspendingTenant.Outcome suspend(SuspendingTenant suspending, SuspensionCause cause) {
    return suspending.suspend(tenant, new SuspendingTenant.Wish(cause, REASON), boss, CLIENT);
  }

  private SuspendingTenant suspending(KillSwitchPolicy policy) {
    return new SuspendingTenant(policy, land, land, land, land.ids);
  }
}
