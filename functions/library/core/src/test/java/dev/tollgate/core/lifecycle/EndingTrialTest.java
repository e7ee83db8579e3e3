package dev.tollgate.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.editions.AnEdition;
import dev.tollgate.core.editions.DayCount;
import dev.tollgate.core.editions.TrialEnd;
import dev.tollgate.core.editions.TrialPolicy;
import dev.tollgate.core.editions.TrialScope;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.Duty;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What each policy does when a trial is over. */
class EndingTrialTest {
  private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(14));
  private static final Duration GRACE = Duration.ofDays(3);

  private final Ids ids = new Ids(new Random(1));
  private final TenantId tenant = ids.tenant(START);
  private final Account account = Account.founded(tenant, "Acme", ids.user(START), START);
  private final Tenancy tenancy =
      Tenancy.of(account, Enrollment.begun(tenant, new Grant.Trial("pro", START, END)));

  @Test
  void aFreeTierIsWrittenSoThatWhoReservesLooksAgain() {
    BillingChange change = end(new TrialEnd.FreeTier("free"), Duty.TRIAL_END, END);
    assertThat(change.enrollment()).contains(tenancy.enrollment());
    assertThat(announced(change))
        .containsExactly(
            new Announcement.TrialEnded(account.owner(), "pro", END), news("active", "free", true));
    assertThat(keys(change))
        .containsExactly("trial_ended:" + END, "subscription_changed:trial_ended:" + END);
    assertThat(change.audit())
        .extracting(AuditEntry::action)
        .containsExactly(AuditAction.TRIAL_ENDED);
  }

  @Test
  void aWallWritesNothingToTheSubscription() {
    BillingChange change = end(new TrialEnd.ComputedWall(Duration.ofDays(30)), Duty.TRIAL_END, END);
    assertThat(change.enrollment()).isEmpty();
    assertThat(change.basis()).contains(tenancy.enrollment());
    assertThat(announced(change))
        .containsExactly(
            new Announcement.TrialEnded(account.owner(), "pro", END),
            news("trialing", "pro", false));
  }

  @Test
  void aLockTellsOfItsGraceAndLocksWhenThatIsOver() {
    TrialEnd lock = new TrialEnd.ReadOnlyLock(GRACE);
    BillingChange ended = end(lock, Duty.TRIAL_END, END);
    assertThat(ended.basis()).contains(tenancy.enrollment());
    assertThat(announced(ended))
        .containsExactly(new Announcement.TrialEnded(account.owner(), "pro", END));

    BillingChange locked = end(lock, Duty.TRIAL_GRACE_END, END.plus(GRACE));
    assertThat(locked.enrollment()).contains(tenancy.enrollment());
    assertThat(announced(locked))
        .containsExactly(
            new Announcement.TrialLocked(account.owner(), "pro"), news("trialing", "pro", false));
    assertThat(locked.audit())
        .extracting(AuditEntry::action)
        .containsExactly(AuditAction.TRIAL_LOCKED);
  }

  @Test
  void howeverLateItIsTheSameThingIsTold() {
    TrialEnd end = new TrialEnd.ReadOnlyLock(GRACE);
    Instant late = END.plus(Duration.ofDays(30));
    assertThat(keys(act(end, Duty.TRIAL_END, END, late))).containsExactly("trial_ended:" + END);
    assertThat(keys(act(end, Duty.TRIAL_GRACE_END, END.plus(GRACE), late)))
        .containsExactly("trial_locked:" + END, "subscription_changed:trial_locked:" + END);
  }

  @Test
  void aReminderNamesTheEndAndIsToldOncePerDay() {
    DueAction action =
        new DueAction(tenant, Duty.TRIAL_REMINDER, END, 12, START.plus(Duration.ofDays(12)));
    BillingChange change =
        done(new RemindingOfTrial(ids).act(action, tenancy, action.at().plusSeconds(7)));
    assertThat(keys(change)).containsExactly("trial_reminder:" + END + ":12");
    assertThat(announced(change))
        .containsExactly(new Announcement.TrialEnding(account.owner(), "pro", END));
    assertThat(change.basis()).contains(tenancy.enrollment());
  }

  private BillingChange end(TrialEnd policy, Duty duty, Instant at) {
    return act(policy, duty, at, at);
  }

  private BillingChange act(TrialEnd end, Duty duty, Instant at, Instant now) {
    TrialPolicy policy =
        new TrialPolicy.Trial(
            "pro",
            Duration.ofDays(14),
            DayCount.FROM_ZERO,
            List.of(),
            false,
            TrialScope.TENANT,
            end);
    return done(
        new EndingTrial(new AnEdition().trying(policy).build(), ids)
            .act(new DueAction(tenant, duty, END, 0, at), tenancy, now));
  }

  private static BillingChange done(Doer.Outcome outcome) {
    return ((Doer.Outcome.Done) outcome).change();
  }

  private Announcement news(String status, String plan, boolean live) {
    java.util.Map<String, String> data = new java.util.TreeMap<>();
    data.put("tenant_id", tenant.value());
    data.put("status", status);
    data.put("plan", plan);
    data.put("is_live", Boolean.toString(live));
    if (status.equals("trialing")) {
      data.put("trial_ends_at", END.toString());
    }
    return new Announcement.Published("subscription.changed", data);
  }

  private static List<Announcement> announced(BillingChange change) {
    return change.facts().stream().map(fact -> fact.message().announcement()).toList();
  }

  private static List<String> keys(BillingChange change) {
    return change.facts().stream().map(BillingChange.Fact::key).toList();
  }
}
