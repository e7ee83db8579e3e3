package dev.tollgate.stripelocal.meters;

import dev.tollgate.stripelocal.settings.Site;
import dev.tollgate.stripelocal.wire.Room;
import java.util.List;

/** The rooms of this package. */
public final class MeterRooms {
  private MeterRooms() {}

  public static List<Room> of(Site site) {
    Reporting reporting = new Reporting(new Alerts(), site.settings().billing().meterLag());
    return List.of(
        new MeterRoom(), new MeterEventRoom(reporting), new SummaryRoom(), new AlertRoom());
  }
}
