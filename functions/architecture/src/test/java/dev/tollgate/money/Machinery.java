package dev.tollgate.money;

import dev.tollgate.core.billing.ApplyingEvents;
import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.billing.Charges;
import dev.tollgate.core.billing.ChargingTrial;
import dev.tollgate.core.billing.Checkouts;
import dev.tollgate.core.billing.Contracts;
import dev.tollgate.core.billing.DebtNews;
import dev.tollgate.core.billing.EnsuringCustomer;
import dev.tollgate.core.billing.FollowingTime;
import dev.tollgate.core.billing.Happenings;
import dev.tollgate.core.billing.ProviderClocks;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.billing.ProviderEvents;
import dev.tollgate.core.billing.RefreshingEnrollment;
import dev.tollgate.core.billing.Telling;
import dev.tollgate.core.erasure.EndingContracts;
import dev.tollgate.core.erasure.Erasures;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.killswitch.CountingStrikes;
import dev.tollgate.core.killswitch.RestoringTenant;
import dev.tollgate.core.killswitch.Standings;
import dev.tollgate.core.killswitch.Strikes;
import dev.tollgate.core.killswitch.SuspendingTenant;
import dev.tollgate.core.lifecycle.Dunning;
import dev.tollgate.core.lifecycle.RunningDueActions;
import dev.tollgate.core.lifecycle.TrialCharges;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.messages.Outbox;
import dev.tollgate.core.schedule.DueActions;
import dev.tollgate.core.subscriptions.Enrollments;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whatever of ours runs by itself, for one tenant: the schedule, the webhooks, the kill switch. */
final class Machinery {
  private static final RunningDueActions.Watcher NOBODY = (action, fate) -> {};

  private final Stand stand;
  private final TenantId tenant;
  private final Ids ids;
  private ProviderClocks clocks = ProviderClocks.NONE;
  private final Set<String> known = new HashSet<>();
  private final Set<String> struck = new HashSet<>();

  Machinery(Stand stand, TenantId tenant, Ids ids) {
    this.stand = stand;
    this.tenant = tenant;
    this.ids = ids;
  }

  /** From now on real money moves, by everybody's time. */
  void liveMoney() {
    clocks = new LiveMoney();
  }

  /** Until all is quiet, and each part twice, as everything that runs by itself may. */
  void settle() {
    int moved;
    do {
      moved = lifecycle() + lifecycle() + webhooks() + strikes();
    } while (moved > 0);
  }

  /** How many actions it did something about. */
  int lifecycle() {
    return running().run(tenant, NOBODY);
  }

  private int webhooks() {
    String customer =
        stand.bean(Enrollments.class).find(tenant).orElseThrow().customer().id().orElseThrow();
    List<ProviderEvent> fresh =
        stand.events(customer).stream().filter(event -> known.add(event.id())).toList();
    ApplyingEvents applying =
        new ApplyingEvents(
            stand.bean(Happenings.class),
            stand.bean(Enrollments.class),
            refreshing(),
            stand.bean(ProviderEvents.class),
            stand.hand);
    for (ProviderEvent event : fresh) {
      var _ = applying.apply(List.of(event));
      var _ = applying.apply(List.of(event));
    }
    return fresh.size();
  }

  private int strikes() {
    int counted = 0;
    SuspendingTenant suspending = suspending();
    CountingStrikes counting =
        new CountingStrikes(
            stand.edition.killSwitch(),
            stand.bean(Strikes.class),
            suspending,
            new RestoringTenant(
                stand.bean(Members.class), stand.bean(Standings.class), stand.hand, ids),
            stand.hand);
    for (Message message : messages()) {
      if (message.announcement() instanceof Announcement.Strike strike
          && struck.add(message.id().value())) {
        var _ = counting.count(message, strike);
        var _ = counting.count(message, strike);
        counted++;
      }
    }
    return counted;
  }

  private RunningDueActions running() {
    DebtNews news = new DebtNews(stand.edition, ids);
    Charges charges = stand.bean(Charges.class);
    return new RunningDueActions(
        stand.edition,
        stand.bean(DueActions.class),
        stand.bean(Members.class),
        stand.bean(BillingChanges.class),
        List.of(
            new TrialCharges(
                stand.edition,
                new ChargingTrial(
                    stand.catalogue,
                    ensuring(),
                    stand.bean(ProviderCustomers.class),
                    stand.bean(Checkouts.class),
                    charges,
                    refreshing(),
                    following()),
                suspending(),
                stand.bean(BillingChanges.class),
                news),
            new Dunning(stand.edition, charges, refreshing(), suspending(), news, ids),
            new EndingContracts(
                stand.bean(Erasures.class), stand.bean(Contracts.class), refreshing()),
            new Silent()),
        stand.hand);
  }

  private FollowingTime following() {
    return new FollowingTime(stand.bean(Enrollments.class), clocks, stand.hand);
  }

  private SuspendingTenant suspending() {
    return new SuspendingTenant(
        stand.edition.killSwitch(),
        stand.bean(Members.class),
        stand.bean(Standings.class),
        stand.hand,
        ids);
  }

  EnsuringCustomer ensuring() {
    return new EnsuringCustomer(
        stand.bean(Enrollments.class),
        stand.bean(Members.class),
        stand.bean(ProviderCustomers.class),
        stand.bean(BillingChanges.class),
        stand.hand);
  }

  RefreshingEnrollment refreshing() {
    return new RefreshingEnrollment(
        stand.bean(ProviderCustomers.class),
        stand.bean(Contracts.class),
        stand.bean(Members.class),
        stand.bean(BillingChanges.class),
        new Telling(stand.edition, ids),
        stand.hand,
        ids);
  }

  /** All that were ever written, in the order of their times. */
  List<Message> messages() {
    return stand.bean(Outbox.class).overdue(Instant.parse("2100-01-01T00:00:00Z"), 20_000).stream()
        .filter(message -> message.tenant().equals(tenant))
        .sorted(Comparator.comparing(Message::at).thenComparing(each -> each.id().value()))
        .toList();
  }
}
