package dev.tollgate.stripelocal.payments;

/**
 * How an intent is confirmed.
 *
 * @param offSession the buyer is not there
 * @param refuseAction a card that wants authentication is refused instead of waiting for it
 * @param delayed the money comes, or fails to come, later: a bank debit
 */
public record Terms(boolean offSession, boolean refuseAction, boolean delayed) {
  /** The buyer is there and may be asked to authenticate. */
  public static final Terms ON_SESSION = new Terms(false, false, false);

  public static final Terms DELAYED = new Terms(false, false, true);
}
