package dev.tollgate.stripelocal.invoices;

import dev.tollgate.stripelocal.wire.Room;
import java.util.List;

/** The rooms of this package. */
public final class InvoiceRooms {
  private InvoiceRooms() {}

  public static List<Room> of(Invoices invoices) {
    return List.of(
        new InvoiceRoom(invoices), new InvoiceItemRoom(invoices), new HostedInvoice(invoices));
  }
}
