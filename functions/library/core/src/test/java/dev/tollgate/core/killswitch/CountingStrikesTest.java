package dev.tollgate.core.killswitch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.accounts.SuspensionCause;
import dev.tollgate.core.editions.KillSwitchPolicy;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.killswitch.CountingStrikes.Effect;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.subscriptions.BillingInterval;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What triggers do, whatever order and however many copies their messages come in. */
class CountingStrikesTest {
  private static final Client CLIENT = new Client("192.0.2.1", "test");
  private static final KillSwitchPolicy ALL =
      new KillSwitchPolicy(OptionalInt.of(3), true, OptionalInt.of(3), true, true);
  private static final KillSwitchPolicy NEVER =
      new KillSwitchPolicy(OptionalInt.empty(), false, OptionalInt.empty(), true, true);

  private final Land land = new Land();
  private final Member boss = land.founded(Role.PLATFORM_ADMIN);
  private final TenantId tenant = land.founded(Role.OWNER).account().id();
  private final RestoringTenant restoring = new RestoringTenant(land, land, land, land.ids);

  @Test
  void theLastComplaintTooManySuspendsAndEachSourceCountsOnce() {
    assertThat(complaint("a")).isEqualTo(Effect.COUNTED);
    assertThat(complaint("b")).isEqualTo(Effect.COUNTED);
    assertThat(complaint("b")).isEqualTo(Effect.COUNTED);
    assertThat(complaint("c")).isEqualTo(Effect.SUSPENDED);
    assertThat(cause()).isEqualTo(SuspensionCause.SPAM_COMPLAINTS);
    assertThat(complaint("d")).isEqualTo(Effect.NONE);
    assertThat(land.trail).hasSize(1);
  }

  @Test
  void whoDiedBetweenCountAndSuspensionIsMadeGoodByTheNextCopy() {
    complaint("a");
    complaint("b");
    land.complain(tenant, "c", land.now());
    assertThat(complaint("c")).isEqualTo(Effect.SUSPENDED);
  }

  @Test
  void aRestoreBeginsANewCountAndOldComplaintsDoNotComeBack() {
    complaint("a");
    complaint("b");
    complaint("c");
    restoring.restore(tenant, boss, CLIENT);
    for (String old : new String[] {"a", "b", "c"}) {
      assertThat(complaint(old)).isEqualTo(Effect.COUNTED);
    }
    assertThat(complaint("d")).isEqualTo(Effect.COUNTED);
    assertThat(complaint("e")).isEqualTo(Effect.COUNTED);
    assertThat(complaint("f")).isEqualTo(Effect.SUSPENDED);
  }

  @Test
  void whoComesLateWithAFullCountFindsItEmpty() {
    complaint("a");
    complaint("b");
    land.beforeWrite =
        () -> {
          complaint("d");
          restoring.restore(tenant, boss, CLIENT);
        };
    assertThat(complaint("c")).isEqualTo(Effect.NONE);
    assertThat(land.standing(tenant)).isEqualTo(new Standing.Good());
  }

  @Test
  void aBlockListSuspendsAtOnceAndOnceForAMessage() {
    Message message = land.message(tenant, new Announcement.BlockListed("acme.com", "zen"));
    assertThat(count(ALL, message)).isEqualTo(Effect.SUSPENDED);
    assertThat(cause()).isEqualTo(SuspensionCause.BLOCK_LISTED);
    restoring.restore(tenant, boss, CLIENT);
    assertThat(count(ALL, message)).isEqualTo(Effect.NONE);
    assertThat(land.standing(tenant)).isEqualTo(new Standing.Good());
    assertThat(strike(new Announcement.BlockListed("acme.com", "zen"))).isEqualTo(Effect.SUSPENDED);
  }

  @Test
  void anAddressOnABlockListIsNotKept() {
    strike(new Announcement.BlockListed("ada@acme.com", "zen"));
    assertThat(land.trail.toString() + land.outbox).doesNotContain("ada@acme.com");
  }

  @Test
  void aListOfAnOddNameSuspendsAllTheSame() {
    assertThat(strike(new Announcement.BlockListed("acme.com", "z\n".repeat(300))))
        .isEqualTo(Effect.SUSPENDED);
  }

  @Test
  void theThirdRefusedChargeSuspendsAndItsPaymentRestores() {
    assertThat(refused("in_1", 2)).isEqualTo(Effect.NONE);
    assertThat(refused("in_1", 3)).isEqualTo(Effect.SUSPENDED);
    assertThat(cause()).isEqualTo(SuspensionCause.FAILED_PAYMENTS);
    assertThat(settled("in_1")).isEqualTo(Effect.RESTORED);
    assertThat(land.announced()).contains(new Announcement.WorkResumed());
  }

  @Test
  void whatTheScheduleSuspendedAPaymentRestoresWhateverTheEditionsTriggers() {
    assertThat(owed("dunning#1", "in_1")).isInstanceOf(SuspendingTenant.Suspended.class);
    assertThat(cause()).isEqualTo(SuspensionCause.FAILED_PAYMENTS);
    Message settled = land.message(tenant, new Announcement.ChargeSettled("in_1"));
    assertThat(count(NEVER, settled)).isEqualTo(Effect.RESTORED);
    assertThat(land.standing(tenant)).isEqualTo(new Standing.Good());
  }

  @Test
  void aDueActionSuspendsOnceAndNeverOverWhatIsPaid() {
    owed("dunning#1", "in_1");
    restoring.restore(tenant, boss, CLIENT);
    assertThat(owed("dunning#1", "in_1")).isInstanceOf(SuspendingTenant.Groundless.class);
    settled("in_1");
    assertThat(owed("dunning#2", "in_1")).isInstanceOf(SuspendingTenant.Groundless.class);
    assertThat(land.standing(tenant)).isEqualTo(new Standing.Good());
  }

  private SuspendingTenant.Outcome owed(String action, String invoice) {
    return new SuspendingTenant(NEVER, land, land, land, land.ids)
        .suspendOver(
            new Grounds.Owed(action, invoice, 0), tenant, new SuspensionReason("It is not paid."));
  }

  @ParameterizedTest
  @EnumSource(
      value = ContractStatus.class,
      names = {"TRIALING", "ACTIVE", "INCOMPLETE_EXPIRED", "CANCELED"})
  void aContractThatOwesNothingEndsItHoweverOldTheNews(ContractStatus status) {
    Message news = land.message(tenant, new Announcement.NothingOwed("sub_1"));
    land.pass(Duration.ofMinutes(1));
    owed("trial_charge#8", "in_1");
    land.signed(tenant, contract("sub_1", status));
    assertThat(count(NEVER, news)).isEqualTo(Effect.RESTORED);
  }

  @ParameterizedTest
  @EnumSource(
      value = ContractStatus.class,
      names = {"INCOMPLETE", "PAST_DUE", "UNPAID", "PAUSED"})
  void oneThatOwesByNowEndsNothing(ContractStatus status) {
    owed("trial_charge#8", "in_1");
    land.pass(Duration.ofMinutes(1));
    land.signed(tenant, contract("sub_1", status));
    assertThat(strike(new Announcement.NothingOwed("sub_1"))).isEqualTo(Effect.NONE);
  }

  @Test
  void theNewsOfAnotherContractEndsNothing() {
    owed("trial_charge#8", "in_1");
    land.signed(tenant, contract("sub_2", ContractStatus.INCOMPLETE_EXPIRED));
    assertThat(strike(new Announcement.NothingOwed("sub_1"))).isEqualTo(Effect.NONE);
  }

  @Test
  void owingNothingEndsNoOtherSuspension() {
    strike(new Announcement.BlockListed("acme.com", "zen"));
    land.signed(tenant, contract("sub_1", ContractStatus.ACTIVE));
    assertThat(strike(new Announcement.NothingOwed("sub_1"))).isEqualTo(Effect.NONE);
    assertThat(cause()).isEqualTo(SuspensionCause.BLOCK_LISTED);
  }

  @Test
  void whatTheProviderSaysMeanwhileIsDecidedOnFirst() {
    land.beforeWrite = () -> land.signed(tenant, contract("sub_1", ContractStatus.ACTIVE));
    assertThat(owed("trial_charge#8", "in_1")).isInstanceOf(SuspendingTenant.Moved.class);
    assertThat(land.standing(tenant)).isEqualTo(new Standing.Good());
  }

  @Test
  void whatAnotherSuspensionHidesMaySuspendLater() {
    strike(new Announcement.BlockListed("acme.com", "zen"));
    assertThat(owed("dunning#1", "in_1")).isInstanceOf(SuspendingTenant.AlreadySuspended.class);
    restoring.restore(tenant, boss, CLIENT);
    assertThat(owed("dunning#1", "in_1")).isInstanceOf(SuspendingTenant.Suspended.class);
  }

  private Contract contract(String id, ContractStatus status) {
    boolean over = status == ContractStatus.CANCELED || status == ContractStatus.INCOMPLETE_EXPIRED;
    return new Contract(
        id,
        status,
        "pro",
        BillingInterval.MONTHLY,
        "USD",
        1,
        land.now(),
        land.now(),
        land.now().plus(Duration.ofDays(30)),
        Optional.empty(),
        Optional.empty(),
        false,
        over ? Optional.of(land.now()) : Optional.empty());
  }

  @Test
  void aRefusalThatComesAfterItsPaymentSuspendsNobody() {
    Message refused = land.message(tenant, new Announcement.ChargeRefused("in_1", 3));
    Message settled = land.message(tenant, new Announcement.ChargeSettled("in_1"));
    assertThat(count(ALL, settled)).isEqualTo(Effect.NONE);
    assertThat(count(ALL, refused)).isEqualTo(Effect.NONE);
    assertThat(land.standing(tenant)).isEqualTo(new Standing.Good());
  }

  @Test
  void aPaymentWrittenBeforeTheSuspensionEndsItIfItIsOfThatInvoice() {
    Message settled = land.message(tenant, new Announcement.ChargeSettled("in_1"));
    Message other = land.message(tenant, new Announcement.ChargeSettled("in_0"));
    land.pass(Duration.ofMinutes(1));
    refused("in_1", 3);
    assertThat(count(ALL, other)).isEqualTo(Effect.NONE);
    assertThat(count(ALL, settled)).isEqualTo(Effect.RESTORED);
  }

  @Test
  void aLaterPaymentOfAnotherInvoiceEndsItToo() {
    refused("in_1", 3);
    land.pass(Duration.ofMinutes(1));
    assertThat(settled("in_2")).isEqualTo(Effect.RESTORED);
  }

  @Test
  void anOldPaymentThatComesAgainEndsNoLaterSuspension() {
    refused("in_1", 3);
    Message settled = land.message(tenant, new Announcement.ChargeSettled("in_1"));
    count(ALL, settled);
    land.pass(Duration.ofDays(30));
    refused("in_2", 3);
    assertThat(count(ALL, settled)).isEqualTo(Effect.NONE);
    assertThat(cause()).isEqualTo(SuspensionCause.FAILED_PAYMENTS);
  }

  @Test
  void anOldRefusalThatComesAgainDoesNotUndoAnActOfGrace() {
    Message refused = land.message(tenant, new Announcement.ChargeRefused("in_1", 3));
    count(ALL, refused);
    restoring.restore(tenant, boss, CLIENT);
    assertThat(count(ALL, refused)).isEqualTo(Effect.NONE);
    assertThat(refused("in_1", 4)).isEqualTo(Effect.SUSPENDED);
  }

  @Test
  void aPaymentEndsNothingElse() {
    strike(new Announcement.BlockListed("acme.com", "zen"));
    land.pass(Duration.ofMinutes(1));
    assertThat(settled("in_1")).isEqualTo(Effect.NONE);
    assertThat(cause()).isEqualTo(SuspensionCause.BLOCK_LISTED);
  }

  @Test
  void nobodyPaysTheirWayOutOfABlockList() {
    refused("in_1", 3);
    land.pass(Duration.ofMinutes(1));
    assertThat(strike(new Announcement.BlockListed("acme.com", "zen"))).isEqualTo(Effect.SUSPENDED);
    assertThat(settled("in_1")).isEqualTo(Effect.NONE);
    assertThat(cause()).isEqualTo(SuspensionCause.BLOCK_LISTED);
  }

  @Test
  void whatTheEditionDoesNotAskForDoesNothing() {
    for (Announcement.Strike strike :
        new Announcement.Strike[] {
          new Announcement.ComplaintReceived("a"),
          new Announcement.BlockListed("acme.com", "zen"),
          new Announcement.ChargeRefused("in_1", Integer.MAX_VALUE - 1),
          new Announcement.ChargeSettled("in_1")
        }) {
      for (int copy = 0; copy < 20; copy++) {
        assertThat(count(NEVER, land.message(tenant, strike))).isEqualTo(Effect.NONE);
      }
    }
    assertThat(land.standing(tenant)).isEqualTo(new Standing.Good());
  }

  @Test
  void noTriggerStopsThePlatform() {
    Message message =
        land.message(boss.account().id(), new Announcement.BlockListed("tollgate.example", "zen"));
    assertThat(count(ALL, message)).isEqualTo(Effect.NONE);
    assertThat(land.standing(boss.account().id())).isEqualTo(new Standing.Good());
  }

  @Test
  void aTenantThatIsGoneIsNoTrouble() {
    TenantId gone = land.ids.tenant(land.now());
    assertThat(count(ALL, land.message(gone, new Announcement.BlockListed("a", "b"))))
        .isEqualTo(Effect.NONE);
    assertThat(count(ALL, land.message(gone, new Announcement.ChargeSettled("in_1"))))
        .isEqualTo(Effect.NONE);
  }

  private SuspensionCause cause() {
    return land.standing(tenant) instanceof Standing.Suspended suspended
        ? suspended.cause()
        : org.assertj.core.api.Assertions.fail("not suspended");
  }

  private Effect complaint(String source) {
    return strike(new Announcement.ComplaintReceived(source));
  }

  private Effect refused(String invoice, int attempts) {
    return strike(new Announcement.ChargeRefused(invoice, attempts));
  }

  private Effect settled(String invoice) {
    return strike(new Announcement.ChargeSettled(invoice));
  }

  private Effect strike(Announcement.Strike strike) {
    return count(ALL, land.message(tenant, strike));
  }

  private Effect count(KillSwitchPolicy policy, Message message) {
    CountingStrikes counting =
        new CountingStrikes(
            policy,
            land,
            new SuspendingTenant(policy, land, land, land, land.ids),
            restoring,
            land);
    return counting.count(message, (Announcement.Strike) message.announcement());
  }
}
