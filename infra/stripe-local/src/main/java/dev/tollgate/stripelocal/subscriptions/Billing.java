package dev.tollgate.stripelocal.subscriptions;

import dev.tollgate.stripelocal.invoices.Collecting;
import dev.tollgate.stripelocal.invoices.InvoiceRooms;
import dev.tollgate.stripelocal.invoices.Invoices;
import dev.tollgate.stripelocal.invoices.Lines;
import dev.tollgate.stripelocal.meters.MeterRooms;
import dev.tollgate.stripelocal.meters.Meters;
import dev.tollgate.stripelocal.settings.Site;
import dev.tollgate.stripelocal.wire.Room;
import java.util.ArrayList;
import java.util.List;

/** How subscriptions, invoices and meters hang together. */
public final class Billing {
  private final Invoices invoices;
  private final Subscriptions subscriptions;
  private final List<Room> rooms = new ArrayList<>();

  public Billing(Collecting collecting, Site site) {
    Planning planning = new Planning(site.settings().billing());
    Ended ended = new Ended(planning);
    Standing standing = new Standing(ended, planning, site.settings().billing().afterRetries());
    Lines lines = new Lines(Meters::used);
    this.invoices = new Invoices(collecting, standing, lines, site);
    Charging charging = new Charging(invoices);
    Ending ending = new Ending(invoices, lines, ended);
    Starting starting = new Starting(invoices, lines, charging, ending, planning);
    Changing changing = new Changing(invoices, lines, charging);
    Renewing renewing = new Renewing(invoices, lines, collecting, ending, ended, planning);
    this.subscriptions =
        new Subscriptions(invoices, starting, changing, renewing, ending, planning);
    rooms.addAll(MeterRooms.of(site));
    rooms.add(new SubscriptionJobs(subscriptions, renewing, ending));
    rooms.addAll(InvoiceRooms.of(invoices));
    rooms.add(new SubscriptionRoom(subscriptions, new Resuming(invoices, changing, planning)));
    rooms.add(new SubscriptionItemRoom(subscriptions));
    rooms.add(new PreviewRoom(subscriptions));
  }

  public Invoices invoices() {
    return invoices;
  }

  public Subscriptions subscriptions() {
    return subscriptions;
  }

  /**
   * In the order in which jobs due at one second run: what usage counts comes before what bills it.
   */
  public List<Room> rooms() {
    return List.copyOf(rooms);
  }
}
