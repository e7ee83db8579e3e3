package dev.tollgate.core.schedule;

import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps due actions until they are done. They are written in the transaction of what calls for
 * them, and finished in the transaction of what they do; here is what lies between.
 */
public interface DueActions {
  /**
   * Some that may be due, oldest first within a shard; no more is read than is returned. It may lag
   * behind and name what somebody is at: the claim decides.
   *
   * @param after where the last page ended; empty for the first one, which begins with another
   *     shard each minute, so that none is always the last
   */
  Page due(Instant now, int most, Optional<String> after);

  /**
   * All of one tenant's that are due, in their order, up to the first that somebody is at; never
   * lags behind. What waits for its next try stands in nobody's way.
   */
  List<DueAction> due(TenantId tenant, Instant now);

  /**
   * Takes an action for this call alone until the lease is over, after which it is anybody's again:
   * whoever claimed it died.
   *
   * @return empty where it is done, not due yet, parked, or somebody is at it
   */
  Optional<Claim> claim(DueAction action, Instant now, Instant leaseEnds);

  /** Ends what is not called for any more. Nothing where the claim has run out. */
  void drop(Claim claim);

  /** Gives a claim back until then, as if it had never been tried. Nothing where it has run out. */
  void postpone(Claim claim, Instant until);

  /** Gives a claim back until the next try. Nothing where it has run out. */
  void tryAgain(Claim claim, Instant at);

  /** Takes an action off the schedule that no further try will do better with. */
  void park(Claim claim, String reason, Instant now);

  /**
   * Those that wait for a person, of all tenants, longest parked first.
   *
   * @param cursor what an earlier page gave as the place to go on
   */
  ParkedPage parked(int limit, Optional<String> cursor);

  /**
   * Puts a parked one on the schedule again, due now.
   *
   * @param key as it was parked
   * @return false where it is not parked
   */
  boolean retry(TenantId tenant, String key, Instant now);

  /**
   * @param unknown how many stand among them that this version knows no duty for; they are left
   *     where they are
   * @param next where the next page begins; empty where there is none
   */
  record Page(List<DueAction> actions, int unknown, Optional<String> next) {
    public Page {
      actions = List.copyOf(actions);
    }
  }

  /**
   * An action that this call alone may do.
   *
   * @param token tells this claim from every other of the same action
   * @param tries how often it was claimed since it last went well, this time included
   */
  record Claim(DueAction action, String token, int tries) {}

  /**
   * @param key of the action
   * @param reason words of our own
   */
  record Parked(TenantId tenant, String key, int tries, String reason, Instant since) {}

  /** Some of them and where the next ones are. */
  record ParkedPage(List<Parked> actions, Optional<String> nextCursor) {
    public ParkedPage {
      actions = List.copyOf(actions);
    }
  }
}
