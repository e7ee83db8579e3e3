package dev.tollgate.core.billing;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.subscriptions.Enrollment;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the schedule tells of money that is owed, under keys of the due actions it comes from. */
public final class DebtNews {
  private final Edition edition;
  private final Ids ids;

  public DebtNews(Edition edition, Ids ids) {
    this.edition = edition;
    this.ids = ids;
  }

  /**
   * @param nextTry empty where nobody will try again
   */
  public List<BillingChange.Fact> chargeFailed(
      DueAction action,
      Account account,
      Charges.Owed owed,
      Optional<Instant> nextTry,
      Instant now) {
    return List.of(
        fact(
            action,
            new Announcement.TrialChargeFailed(
                account.owner(), owed.due(), nextTry, owed.url().map(URI::toString)),
            now));
  }

  public List<BillingChange.Fact> accessEnding(
      DueAction action, Account account, Instant endsAt, Instant now) {
    return List.of(fact(action, new Announcement.AccessEnding(account.owner(), endsAt), now));
  }

  /** Told to programs too, under the key of the version that is written with it. */
  public List<BillingChange.Fact> accessEnded(
      DueAction action, Account account, Enrollment owing, Instant now) {
    return List.of(
        fact(action, new Announcement.AccessEnded(account.owner()), now),
        SubscriptionNews.accessEnded(owing, edition.terms(), now, ids));
  }

  /** Of the fact that tells what came of the action. */
  public static String key(DueAction action) {
    return "due:" + action.key();
  }

  private BillingChange.Fact fact(DueAction action, Announcement announcement, Instant now) {
    return new BillingChange.Fact(key(action), Message.of(announcement, action.tenant(), now, ids));
  }
}
