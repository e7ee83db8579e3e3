package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.calendar.Period;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.Call;
import dev.tollgate.stripelocal.wire.Metadata;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import dev.tollgate.stripelocal.wire.StripeError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The operations on invoice items, and the reading of invoice payments. */
final class InvoiceItemRoom implements Room {
  private static final String ITEM = "/v1/invoiceitems/{invoiceitem}";

  private final Invoices invoices;

  InvoiceItemRoom(Invoices invoices) {
    this.invoices = invoices;
  }

  @Override
  public void register(Router router) {
    router.on("POST", "/v1/invoiceitems", this::create);
    router.list("/v1/invoiceitems", Kind.INVOICE_ITEM, InvoiceFilter::ofItems);
    router.on("GET", ITEM, InvoiceItemRoom::item);
    router.on("POST", ITEM, InvoiceItemRoom::update);
    router.on("DELETE", ITEM, InvoiceItemRoom::delete);
    router.list("/v1/invoice_payments", Kind.INVOICE_PAYMENT, InvoiceFilter::ofPayments);
    router.on(
        "GET",
        "/v1/invoice_payments/{invoice_payment}",
        call -> call.work().get(Kind.INVOICE_PAYMENT, call.path("invoice_payment")));
  }

  private static ObjectNode item(Call call) {
    return call.work().get(Kind.INVOICE_ITEM, call.path("invoiceitem"));
  }

  private ObjectNode create(Call call) {
    Work work = call.work();
    Params params = call.params();
    ObjectNode customer = work.get(Kind.CUSTOMER, params.require("customer"), "customer");
    String subscription = params.orNull("subscription");
    if (subscription != null) {
      work.get(Kind.SUBSCRIPTION, subscription, "subscription");
    }
    ObjectNode item =
        PendingItems.add(
            work,
            customer,
            line(work, params, customer),
            new PendingItems.Origin(subscription, null, false));
    String invoice = params.orNull("invoice");
    if (invoice != null) {
      ObjectNode draft = work.get(Kind.INVOICE, invoice, "invoice");
      if (!Invoices.isDraft(draft)) {
        throw StripeError.invalid("You can only add items to draft invoices.", "invoice");
      }
      invoices.attach(work, draft, item);
    }
    return item;
  }

  private static LineSpec line(Work work, Params params, ObjectNode customer) {
    Pricing price =
        params
            .in("pricing")
            .flatMap(pricing -> pricing.text("price"))
            .map(id -> new Pricing(work.get(Kind.PRICE, id, "pricing[price]")))
            .orElse(null);
    long quantity = params.integer("quantity").orElse(1);
    BigDecimal unit = unit(params, price, quantity);
    OptionalLong amount = params.integer("amount");
    return new LineSpec(
        params.text("description").orElse(""),
        amount.orElseGet(() -> Money.rounded(unit.multiply(BigDecimal.valueOf(quantity)))),
        price == null ? currency(params, customer) : price.currency(),
        quantity,
        unit,
        price,
        period(work, params, customer),
        Json.object(),
        Metadata.of(params));
  }

  private static BigDecimal unit(Params params, @Nullable Pricing price, long quantity) {
    if (price != null) {
      return Tier.cents(price.price(), "unit_amount");
    }
    if (params.text("unit_amount_decimal").isPresent()) {
      return new BigDecimal(params.require("unit_amount_decimal"));
    }
    Params data = params.in("price_data").orElse(null);
    if (data != null) {
      return new BigDecimal(
          data.text("unit_amount_decimal").orElseGet(() -> data.require("unit_amount")));
    }
    params.require("amount");
    return BigDecimal.valueOf(params.integer("amount").getAsLong())
        .divide(BigDecimal.valueOf(Math.max(1, quantity)), 12, RoundingMode.HALF_UP);
  }

  private static String currency(Params params, ObjectNode customer) {
    return params
        .text("currency")
        .orElseGet(() -> Objects.requireNonNullElse(Json.text(customer, "currency"), "usd"));
  }

  private static Period period(Work work, Params params, ObjectNode customer) {
    return params
        .in("period")
        .map(
            given ->
                new Period(
                    given.integer("start").orElseThrow(), given.integer("end").orElseThrow()))
        .orElseGet(() -> Period.at(work.nowOf(customer)));
  }

  private static ObjectNode update(Call call) {
    ObjectNode item = waiting(call);
    Params params = call.params();
    params
        .integer("amount")
        .ifPresent(amount -> item.put("amount", amount).put("net_amount", amount));
    if (params.has("description")) {
      item.put("description", params.orNull("description"));
    }
    Metadata.merge(item, params);
    return item;
  }

  private static ObjectNode delete(Call call) {
    String id = waiting(call).path("id").asText();
    call.work().remove(Kind.INVOICE_ITEM, id);
    return Json.object().put("id", id).put("object", "invoiceitem").put("deleted", true);
  }

  private static ObjectNode waiting(Call call) {
    ObjectNode item = item(call);
    if (!item.path("invoice").isNull()) {
      throw StripeError.invalid(
          "This invoice item is attached to an invoice and cannot be changed.", null);
    }
    return item;
  }
}
