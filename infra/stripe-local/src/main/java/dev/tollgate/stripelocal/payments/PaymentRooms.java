package dev.tollgate.stripelocal.payments;

import dev.tollgate.stripelocal.wire.Room;
import java.net.URI;
import java.util.List;

/** How the parts of this package hang together. */
public final class PaymentRooms {
  /** Internal field of an intent: where the buyer goes after the bank's page. */
  public static final String RETURN_URL = NextAction.RETURN_URL;

  private final PaymentMethods methods = new PaymentMethods();
  private final Disputes disputes = new Disputes();
  private final Intents intents;
  private final SetupIntents setups;
  private final Payments payments;

  /**
   * @param base where the hosted pages are
   */
  public PaymentRooms(URI base) {
    this.intents = new Intents(new Charges(), methods, disputes, base);
    this.setups = new SetupIntents(methods, base);
    this.payments = new Payments(intents, methods);
  }

  public PaymentMethods methods() {
    return methods;
  }

  public Intents intents() {
    return intents;
  }

  public SetupIntents setups() {
    return setups;
  }

  /** What invoices are collected with. */
  public Payments payments() {
    return payments;
  }

  /** Later steps of intents; the watchers are told of their outcomes, in this order. */
  public Finishing finishing(List<IntentWatcher> watchers) {
    return new Finishing(intents, setups, watchers);
  }

  public List<Room> rooms(Finishing finishing) {
    return List.of(
        new PaymentMethodRoom(methods),
        new PaymentIntentRoom(intents, methods, finishing),
        new SetupIntentRoom(setups, methods, finishing),
        new ChargeRoom(),
        new RefundRoom(new Refunds()),
        new DisputeRoom(disputes),
        new IntentSteps(finishing));
  }
}
