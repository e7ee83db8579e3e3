package dev.tollgate.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.BillingChanges.Commit;
import dev.tollgate.core.billing.ChargingTrial;
import dev.tollgate.core.billing.DebtNews;
import dev.tollgate.core.billing.EnsuringCustomer;
import dev.tollgate.core.billing.FollowingTime;
import dev.tollgate.core.billing.ProviderClocks;
import dev.tollgate.core.billing.RefreshingEnrollment;
import dev.tollgate.core.billing.Telling;
import dev.tollgate.core.editions.AnEdition;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.killswitch.SuspendingTenant;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.plans.ListedPlan;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.plans.ProviderPrices;
import dev.tollgate.core.schedule.Agenda;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.Duty;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.core.subscriptions.OpenCheckout;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A trial of a week, charged for on day 8 and tried again on days 9 and 10. */
class TrialChargesTest {
  private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(7));
  private static final Duration DAY = Duration.ofDays(1);

  private final Edition edition = new AnEdition().charging().build();
  private final TenantId tenant = new Ids(new Random(1)).tenant(START);
  private final Home home =
      new Home(
          Account.founded(tenant, "Acme", new Ids(new Random(2)).user(START), START),
          trial().with(trial().customer().known(Provider.CUSTOMER)),
          END);
  private final Provider provider = new Provider(END);
  private final Shelf shelf = new Shelf(edition);

  @Test
  void aPageThatIsOpenIsClosedBeforeAnythingIsBegun() {
    opens("cs_1");
    act(8);
    assertThat(provider.asked).containsExactly("close cs_1", "begin price_pro", "pay sub_begun");
  }

  @Test
  void whatWasBoughtOnThePageUntilItClosedIsNotChargedForAgain() {
    opens("cs_1");
    provider.whenClosing = () -> provider.signs("sub_page", ContractStatus.ACTIVE);
    assertThat(act(8)).isInstanceOf(Doer.Outcome.Over.class);
    assertThat(provider.asked).containsExactly("close cs_1");
    assertThat(home.enrollment.contract().map(Contract::id)).contains("sub_page");
    assertThat(home.isSuspended()).isFalse();
  }

  @Test
  void whatIsBegunAndCanStillBePaidEndsWhereAnotherRuns() {
    act(8);
    provider.signs("sub_page", ContractStatus.TRIALING);
    var _ = refreshing().refresh(tenant, Provider.CUSTOMER);
    assertThat(provider.asked).endsWith("undo sub_begun");
    assertThat(home.announced()).contains(new Announcement.NothingOwed("sub_page"));
  }

  @Test
  void aRefusalIsToldWithTheNextDayAndSuspends() {
    commit(act(8));
    assertThat(home.isSuspended()).isTrue();
    assertThat(failures())
        .containsExactly(
            new Announcement.TrialChargeFailed(
                home.account.owner(),
                Provider.PRICE,
                Optional.of(END.plus(DAY)),
                Optional.empty()));
  }

  @Test
  void aPaymentThatIsHeardOfMeanwhileSuspendsNobodyAndIsDecidedOnAgain() {
    home.beforeSuspension =
        () -> {
          provider.signs("sub_begun", ContractStatus.ACTIVE);
          var _ = refreshing().refresh(tenant, Provider.CUSTOMER);
        };
    assertThat(home.commit(done(act(8)))).isEqualTo(Commit.STALE);
    assertThat(home.isSuspended()).isFalse();
    assertThat(failures()).isEmpty();
    assertThat(act(8)).as("decided again").isInstanceOf(Doer.Outcome.Over.class);
  }

  @Test
  void aPaymentThatIsHeardOfBehindTheSuspensionTakesTheMailBack() {
    BillingChange change = done(act(8));
    provider.signs("sub_begun", ContractStatus.ACTIVE);
    var _ = refreshing().refresh(tenant, Provider.CUSTOMER);
    assertThat(home.commit(change)).isEqualTo(Commit.STALE);
    assertThat(failures()).isEmpty();
  }

  @Test
  void whoDiesBetweenSuspensionAndMailLeavesTheMailToTheNext() {
    act(8);
    assertThat(home.isSuspended()).isTrue();
    assertThat(failures()).isEmpty();
    commit(act(8));
    assertThat(failures()).hasSize(1);
  }

  @Test
  void aPlanThatHasNoPriceYetIsWaitedForAndAnArchivedOneIsCharged() {
    shelf.matched = false;
    assertThat(act(8)).isEqualTo(new Doer.Outcome.GoOn(END.plus(Duration.ofHours(1))));
    shelf.matched = true;
    shelf.archived = true;
    provider.refuses = false;
    assertThat(act(8)).isInstanceOf(Doer.Outcome.Over.class);
    assertThat(home.enrollment.isSubscribed()).isTrue();
  }

  @Test
  void triesThatComeLateAreAsFarApartAsTheirDays() {
    Instant late = END.plus(Duration.ofDays(3));
    home.now = late;
    commit(act(8));
    assertThat(failures().getLast().nextTry()).contains(late.plus(DAY));
    assertThat(act(9)).isEqualTo(new Doer.Outcome.GoOn(late.plus(DAY)));
    assertThat(act(10)).isEqualTo(new Doer.Outcome.GoOn(late.plus(DAY).plus(DAY)));

    home.now = late.plus(DAY).plusSeconds(3600);
    commit(act(9));
    assertThat(act(10)).isEqualTo(new Doer.Outcome.GoOn(home.now.plus(DAY)));
  }

  @Test
  void aLittleLateIsAsPlanned() {
    home.now = END.plus(Duration.ofHours(2));
    commit(act(8));
    assertThat(failures().getLast().nextTry()).contains(END.plus(DAY));
    home.now = END.plus(DAY);
    commit(act(9));
    assertThat(failures()).hasSize(2);
  }

  @Test
  void whatAPersonRestoredIsNotCountedAnew() {
    commit(act(8));
    home.account = home.account.with(new dev.tollgate.core.accounts.Standing.Good());
    home.now = END.plus(DAY);
    commit(act(9));
    assertThat(failures()).hasSize(2);
    assertThat(home.isSuspended()).isTrue();
  }

  @Test
  void anEarlierDayIsNotTriedBehindALaterOne() {
    home.now = END.plus(DAY);
    commit(act(9));
    provider.asked.clear();
    assertThat(act(8)).isInstanceOf(Doer.Outcome.Over.class);
    assertThat(provider.asked).isEmpty();
  }

  private Enrollment trial() {
    return Enrollment.begun(tenant, new Grant.Trial("pro", START, END));
  }

  private void opens(String page) {
    home.enrollment =
        home.enrollment.with(
            new OpenCheckout(page, URI.create("https://pay.test"), Fingerprint.of("pro"), 1));
  }

  private Doer.Outcome act(int day) {
    DueAction action =
        Agenda.of(trial(), edition).stream()
            .filter(each -> each.duty() == Duty.TRIAL_CHARGE && each.step() == day)
            .findFirst()
            .orElseThrow();
    return new TrialCharges(
            edition,
            new ChargingTrial(
                shelf,
                new EnsuringCustomer(home, home, provider, home, home),
                provider,
                provider,
                provider,
                refreshing(),
                new FollowingTime(home, ProviderClocks.NONE, home)),
            new SuspendingTenant(edition.killSwitch(), home, home, home, home.ids),
            home,
            new DebtNews(edition, home.ids))
        .act(action, home.tenancy(), home.now);
  }

  private RefreshingEnrollment refreshing() {
    return new RefreshingEnrollment(
        provider, provider, home, home, new Telling(edition, home.ids), home, home.ids);
  }

  private static BillingChange done(Doer.Outcome outcome) {
    return ((Doer.Outcome.Done) outcome).change();
  }

  private void commit(Doer.Outcome outcome) {
    assertThat(home.commit(done(outcome))).isEqualTo(Commit.WRITTEN);
  }

  private List<Announcement.TrialChargeFailed> failures() {
    return home.told.values().stream()
        .filter(message -> message.announcement() instanceof Announcement.TrialChargeFailed)
        .sorted(java.util.Comparator.comparing(dev.tollgate.core.messages.Message::at))
        .map(message -> (Announcement.TrialChargeFailed) message.announcement())
        .toList();
  }

  /** The edition's plans as they are on sale. */
  private static final class Shelf implements PlanCatalogue {
    boolean matched = true;
    boolean archived;
    private final Edition edition;

    Shelf(Edition edition) {
      this.edition = edition;
    }

    @Override
    public List<ListedPlan> all() {
      return edition.plans().stream()
          .map(plan -> archived ? off(plan) : plan)
          .map(plan -> new ListedPlan(plan, prices(plan), 1))
          .toList();
    }

    private ProviderPrices prices(Plan plan) {
      return matched
          ? new ProviderPrices(Optional.of("price_" + plan.key()), Optional.empty(), Map.of())
          : ProviderPrices.NONE;
    }

    private static Plan off(Plan plan) {
      return new Plan(
          plan.key(),
          plan.displayName(),
          plan.description(),
          plan.price(),
          plan.seats(),
          plan.limits(),
          plan.features(),
          plan.sortOrder(),
          plan.isPublic(),
          true,
          plan.recommended());
    }

    @Override
    public boolean replace(ListedPlan changed) {
      throw new AssertionError("nobody edits");
    }

    @Override
    public void invalidate() {}
  }
}
