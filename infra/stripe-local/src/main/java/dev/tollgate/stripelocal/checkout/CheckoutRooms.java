package dev.tollgate.stripelocal.checkout;

import dev.tollgate.stripelocal.payments.Finishing;
import dev.tollgate.stripelocal.payments.IntentWatcher;
import dev.tollgate.stripelocal.payments.PaymentRooms;
import dev.tollgate.stripelocal.subscriptions.Subscriptions;
import dev.tollgate.stripelocal.wire.Room;
import java.net.URI;
import java.util.List;

/** How the parts of this package hang together. */
public final class CheckoutRooms {
  private final Opening opening;
  private final Paying paying;
  private final Expiring expiring;

  /**
   * @param base where the hosted pages are
   */
  public CheckoutRooms(PaymentRooms payments, Subscriptions subscriptions, URI base) {
    Completing completing = new Completing(subscriptions, payments.intents(), payments.methods());
    this.opening = new Opening(payments.setups(), base);
    this.expiring = new Expiring(payments.intents(), payments.setups());
    this.paying = new Paying(payments, completing, base);
  }

  /** Completes a session when the intent it waits for succeeds. */
  public IntentWatcher watcher() {
    return paying;
  }

  public List<Room> rooms(Finishing finishing) {
    return List.of(
        new CheckoutRoom(opening, expiring),
        new SessionPages(paying, expiring),
        new SessionSteps(paying, expiring, finishing),
        new AuthenticationPages(finishing));
  }
}
