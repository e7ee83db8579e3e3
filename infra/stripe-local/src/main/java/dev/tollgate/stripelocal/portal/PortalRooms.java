package dev.tollgate.stripelocal.portal;

import dev.tollgate.stripelocal.payments.IntentWatcher;
import dev.tollgate.stripelocal.payments.PaymentRooms;
import dev.tollgate.stripelocal.subscriptions.Subscriptions;
import dev.tollgate.stripelocal.wire.Room;
import java.net.URI;
import java.util.List;

/** How the parts of this package hang together. */
public final class PortalRooms {
  private final CardActions cards;
  private final Actions actions;
  private final URI base;

  /**
   * @param base where the hosted pages are
   */
  public PortalRooms(PaymentRooms payments, Subscriptions subscriptions, URI base) {
    this.cards = new CardActions(payments, subscriptions);
    this.actions = new Actions(new SubscriptionActions(subscriptions), cards);
    this.base = base;
  }

  /** Makes a card the one that pays once its owner has authenticated. */
  public IntentWatcher watcher() {
    return cards;
  }

  public List<Room> rooms() {
    Configurations configurations = new Configurations();
    return List.of(
        configurations,
        new PortalSessions(configurations, base),
        new PortalPages(actions),
        new PortalSteps(actions));
  }
}
