package dev.tollgate.stripelocal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.catalogue.Prices;
import dev.tollgate.stripelocal.catalogue.Products;
import dev.tollgate.stripelocal.checkout.CheckoutRooms;
import dev.tollgate.stripelocal.clock.TestClocks;
import dev.tollgate.stripelocal.customers.Customers;
import dev.tollgate.stripelocal.events.Endpoints;
import dev.tollgate.stripelocal.events.EventRoom;
import dev.tollgate.stripelocal.events.Webhooks;
import dev.tollgate.stripelocal.ledger.Ledger;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.overview.Overview;
import dev.tollgate.stripelocal.payments.Finishing;
import dev.tollgate.stripelocal.payments.PaymentMethods;
import dev.tollgate.stripelocal.payments.PaymentRooms;
import dev.tollgate.stripelocal.portal.PortalRooms;
import dev.tollgate.stripelocal.settings.Site;
import dev.tollgate.stripelocal.subscriptions.Billing;
import dev.tollgate.stripelocal.subscriptions.InvoiceIntents;
import dev.tollgate.stripelocal.wire.Room;
import java.util.ArrayList;
import java.util.List;

/** The rooms of the stand-in and what they share. */
record Rooms(TestClocks clocks, List<Room> all) {
  static Rooms of(Ledger ledger, Site site, Webhooks webhooks) {
    PaymentRooms payments = new PaymentRooms(site.baseUri());
    Billing billing = new Billing(payments.payments(), site);
    Customers customers =
        new Customers(
            List.of(billing.subscriptions()::endAllOf),
            (work, customer, id) -> attach(payments.methods(), work, customer, id));
    TestClocks clocks = new TestClocks(ledger, customers);
    List<Room> all = new ArrayList<>();
    all.add(new Overview());
    all.add(webhooks);
    all.add(new Endpoints());
    all.add(new EventRoom());
    all.add(clocks);
    all.add(new Products());
    all.add(new Prices());
    all.add(customers);
    all.addAll(billing.rooms());
    InvoiceIntents invoiceIntents = new InvoiceIntents(billing.invoices());
    CheckoutRooms checkout = new CheckoutRooms(payments, billing.subscriptions(), site.baseUri());
    PortalRooms portal = new PortalRooms(payments, billing.subscriptions(), site.baseUri());
    Finishing finishing =
        payments.finishing(List.of(invoiceIntents, checkout.watcher(), portal.watcher()));
    all.addAll(payments.rooms(finishing));
    all.addAll(checkout.rooms(finishing));
    all.addAll(portal.rooms());
    return new Rooms(clocks, List.copyOf(all));
  }

  private static void attach(PaymentMethods methods, Work work, ObjectNode customer, String id) {
    ObjectNode method = methods.resolve(work, id, "payment_method");
    methods.attach(work, method, customer.required("id").textValue());
  }
}
