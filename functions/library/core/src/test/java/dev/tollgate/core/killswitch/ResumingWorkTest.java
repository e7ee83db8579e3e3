package dev.tollgate.core.killswitch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.accounts.SuspensionCause;
import dev.tollgate.core.editions.KillSwitchPolicy;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What waited goes on, once. */
class ResumingWorkTest {
  private static final Client CLIENT = new Client("192.0.2.1", "test");

  private final Land land = new Land();
  private final Member boss = land.founded(Role.PLATFORM_ADMIN);
  private final TenantId tenant = land.founded(Role.OWNER).account().id();
  private final ResumingWork resuming = new ResumingWork(land, land, land, land.ids);

  @Test
  void whatWaitedIsSentOn() {
    suspend();
    Message message = hold();
    restore();
    land.outbox.clear();
    assertThat(resuming.resume(tenant)).isEqualTo(new ResumingWork.Resumed(1));
    assertThat(resuming.resume(tenant)).isEqualTo(new ResumingWork.Resumed(0));
    assertThat(land.outbox).containsExactly(message);
  }

  @Test
  void whoIsSuspendedAgainGoesOnWaiting() {
    suspend();
    hold();
    assertThat(resuming.resume(tenant)).isEqualTo(new ResumingWork.StillSuspended());
    assertThat(land.held).hasSize(1);
  }

  @Test
  void whatIsStillOnItsFirstWayIsTriedAgainAndTheOthersGo() {
    suspend();
    Message first = hold();
    Message second = hold();
    restore();
    land.outbox.clear();
    land.stillOnTheirWay.add(first.id());
    assertThat(resuming.resume(tenant)).isEqualTo(new ResumingWork.Unfinished(1));
    assertThat(land.outbox).containsExactly(second);
    land.stillOnTheirWay.clear();
    assertThat(resuming.resume(tenant)).isEqualTo(new ResumingWork.Resumed(1));
  }

  @Test
  void moreThanOneRunTakesGetsAMessageOfItsOwn() {
    suspend();
    for (int i = 0; i < ResumingWork.MOST + 5; i++) {
      hold();
    }
    restore();
    land.outbox.clear();
    assertThat(resuming.resume(tenant)).isEqualTo(new ResumingWork.Resumed(ResumingWork.MOST));
    assertThat(land.outbox.getLast().announcement()).isEqualTo(new Announcement.WorkResumed());
    assertThat(resuming.resume(tenant)).isEqualTo(new ResumingWork.Resumed(5));
    assertThat(land.held).isEmpty();
  }

  private Message hold() {
    Message message =
        land.message(tenant, new Announcement.UsageRecorded("op", Meter.OPERATIONS, 1));
    assertThat(land.hold(message)).isTrue();
    return message;
  }

  private void suspend() {
    KillSwitchPolicy policy =
        new KillSwitchPolicy(OptionalInt.empty(), false, OptionalInt.empty(), true, true);
    new SuspendingTenant(policy, land, land, land, land.ids)
        .suspend(
            tenant,
            new SuspendingTenant.Wish(
                SuspensionCause.ADMINISTRATOR, new SuspensionReason("Phishing.")),
            boss,
            CLIENT);
  }

  private void restore() {
    new RestoringTenant(land, land, land, land.ids).restore(tenant, boss, CLIENT);
  }
}
