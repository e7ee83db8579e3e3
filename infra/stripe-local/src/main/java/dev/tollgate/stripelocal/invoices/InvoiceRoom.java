package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.calendar.Period;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.Call;
import dev.tollgate.stripelocal.wire.Lists;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import dev.tollgate.stripelocal.wire.StripeError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operations on invoices, and what happens to them by itself. */
final class InvoiceRoom implements Room {
  private static final String ONE = "/v1/invoices/{invoice}";

  private final Invoices invoices;

  InvoiceRoom(Invoices invoices) {
    this.invoices = invoices;
  }

  @Override
  public void register(Router router) {
    router.on("POST", "/v1/invoices", this::create);
    router.list("/v1/invoices", Kind.INVOICE, InvoiceFilter::of);
    router.on("GET", ONE, InvoiceRoom::invoice);
    router.on("POST", ONE, InvoiceRoom::update);
    router.on("DELETE", ONE, InvoiceRoom::delete);
    router.on("GET", ONE + "/lines", InvoiceRoom::lines);
    router.on("POST", ONE + "/finalize", this::finalizeInvoice);
    router.on("POST", ONE + "/pay", this::pay);
    router.on("POST", ONE + "/void", this::annul);
    router.on("POST", ONE + "/mark_uncollectible", this::giveUp);
    router.on("POST", ONE + "/send", this::send);
    router.includable(Kind.INVOICE, "payments", InvoiceRoom::payments);
    router.includable(Kind.INVOICE, "confirmation_secret", InvoiceRoom::secret);
    router.job(Finalizing.JOB, Kind.INVOICE, invoices::finalizeNow);
    router.job(Retries.JOB, Kind.INVOICE, invoices::retry);
    router.job(Invoices.OVERDUE_JOB, Kind.INVOICE, invoices::overdue);
  }

  private static ObjectNode invoice(Call call) {
    return call.work().get(Kind.INVOICE, call.path("invoice"));
  }

  private ObjectNode create(Call call) {
    Work work = call.work();
    Params params = call.params();
    ObjectNode customer = work.get(Kind.CUSTOMER, params.require("customer"), "customer");
    ObjectNode subscription =
        params
            .text("subscription")
            .map(id -> work.get(Kind.SUBSCRIPTION, id, "subscription"))
            .orElse(null);
    Period at = Period.at(work.nowOf(customer));
    Draft draft = new Draft(customer, subscription, "manual", at, List.of(), List.of(), null);
    boolean takesWaiting =
        subscription != null
            || params.text("pending_invoice_items_behavior").filter("include"::equals).isPresent();
    ObjectNode invoice =
        takesWaiting ? invoices.draft(work, draft) : invoices.draftWithout(work, draft);
    InvoiceFields.apply(work, invoice, params);
    // Made by hand it waits for its maker, unless told otherwise.
    invoice.put("auto_advance", params.flag("auto_advance").orElse(false));
    if (invoice.path("auto_advance").asBoolean()) {
      invoices.finalizeLater(work, invoice);
    }
    return invoice;
  }

  private static ObjectNode update(Call call) {
    ObjectNode invoice = invoice(call);
    InvoiceFields.apply(call.work(), invoice, call.params());
    call.work().emit("invoice.updated", invoice);
    return invoice;
  }

  private static ObjectNode delete(Call call) {
    ObjectNode invoice = invoice(call);
    refuseUnless(invoice, "You can only delete draft invoices.", "draft");
    String id = call.path("invoice");
    call.work()
        .all(Kind.INVOICE_ITEM, item -> id.equals(Json.text(item, "invoice")))
        .forEach(item -> item.putNull("invoice"));
    call.work().emit("invoice.deleted", invoice);
    call.work().remove(Kind.INVOICE, id);
    return Json.object().put("id", id).put("object", "invoice").put("deleted", true);
  }

  private static ObjectNode lines(Call call) {
    List<ObjectNode> lines = new ArrayList<>();
    invoice(call).path("lines").path("data").forEach(line -> lines.add((ObjectNode) line));
    return Lists.page(call, lines);
  }

  private ObjectNode finalizeInvoice(Call call) {
    ObjectNode invoice = invoice(call);
    refuseUnless(invoice, "This invoice is already finalized.", "draft");
    call.params().flag("auto_advance").ifPresent(advances -> invoice.put("auto_advance", advances));
    invoices.finalize(call.work(), invoice);
    if (!Invoices.isOpen(invoice)) {
      return invoice;
    }
    if (Invoices.isAutomatic(invoice) && invoice.path("auto_advance").asBoolean()) {
      invoices.collect(call.work(), invoice, null, true);
    } else {
      invoices.awaitBuyer(call.work(), invoice);
    }
    return invoice;
  }

  /**
   * Off session unless the caller says otherwise; what an attempt left behind stays though it
   * failed.
   */
  private ObjectNode pay(Call call) {
    Work work = call.work();
    Params params = call.params();
    ObjectNode invoice = invoice(call);
    refuseUnless(invoice, refusal(invoice), "draft", "open", "uncollectible");
    if (Invoices.isDraft(invoice)) {
      invoices.finalize(work, invoice);
    }
    if (params.flag("paid_out_of_band").orElse(false)) {
      invoices.markPaid(work, invoice);
    } else if (Invoices.remaining(invoice) > 0) {
      ObjectNode method =
          params
              .text("payment_method")
              .map(id -> work.get(Kind.PAYMENT_METHOD, id, "payment_method"))
              .orElse(null);
      boolean offSession = params.flag("off_session").orElse(true);
      PaymentErrors.of(invoices.collect(work, invoice, method, offSession), "invoice")
          .ifPresent(
              error -> {
                throw error.committing();
              });
    }
    return invoice;
  }

  private static String refusal(ObjectNode invoice) {
    return invoice.path("status").asText().equals("paid")
        ? "Invoice is already paid"
        : "Invoice cannot be paid: it is " + invoice.path("status").asText() + ".";
  }

  private ObjectNode annul(Call call) {
    ObjectNode invoice = invoice(call);
    refuseUnless(invoice, "You can only void open invoices.", "open", "uncollectible");
    invoices.annul(call.work(), invoice);
    return invoice;
  }

  private ObjectNode giveUp(Call call) {
    ObjectNode invoice = invoice(call);
    refuseUnless(invoice, "You can only mark open invoices as uncollectible.", "open");
    invoices.giveUp(call.work(), invoice);
    return invoice;
  }

  private ObjectNode send(Call call) {
    ObjectNode invoice = invoice(call);
    if (Invoices.isDraft(invoice)) {
      invoices.finalize(call.work(), invoice);
    }
    invoices.send(call.work(), invoice);
    return invoice;
  }

  private static void refuseUnless(ObjectNode invoice, String message, String... statuses) {
    if (!List.of(statuses).contains(invoice.path("status").asText())) {
      throw StripeError.invalid(message, null);
    }
  }

  private static JsonNode payments(Work work, ObjectNode invoice) {
    return Lists.whole(
        "/v1/invoices/" + invoice.path("id").asText() + "/payments",
        InvoicePayments.of(work, invoice));
  }

  /** Only while there is something to confirm. */
  private static @Nullable JsonNode secret(Work work, ObjectNode invoice) {
    return Optional.ofNullable(Json.text(invoice, Collecting.INTENT))
        .flatMap(id -> work.find(Kind.PAYMENT_INTENT, id))
        .map(
            intent ->
                Json.object()
                    .put("client_secret", intent.path("client_secret").asText())
                    .put("type", "payment_intent"))
        .orElse(null);
  }
}
