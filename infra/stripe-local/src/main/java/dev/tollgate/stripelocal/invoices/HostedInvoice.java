package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.invoices.Collecting.Outcome;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.wire.PageAnswer;
import dev.tollgate.stripelocal.wire.PageRequest;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import dev.tollgate.stripelocal.wire.StripeError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The invoice as the customer sees it: a page with a form to pay by card, and a PDF. */
final class HostedInvoice implements Room {
  private static final String PAGE = "/i/acct_local/{invoice}";

  private final Invoices invoices;

  HostedInvoice(Invoices invoices) {
    this.invoices = invoices;
  }

  @Override
  public void register(Router router) {
    router.page("GET", PAGE, request -> page(200, invoice(request), ""));
    router.page("POST", PAGE, this::pay);
    router.page("GET", PAGE + "/pdf", HostedInvoice::pdf);
  }

  private static ObjectNode invoice(PageRequest request) {
    String id = request.path("invoice");
    return request
        .work()
        .find(Kind.INVOICE, id)
        .orElseThrow(() -> StripeError.missing(Kind.INVOICE, id, null));
  }

  private PageAnswer pay(PageRequest request) {
    ObjectNode invoice = invoice(request);
    if (!Invoices.isOpen(invoice)) {
      return page(200, invoice, "");
    }
    String number = request.field("card_number").replace(" ", "");
    Optional<Outcome> outcome = invoices.collectByCard(request.work(), invoice, number);
    return switch (outcome.orElseThrow()) {
      case Outcome.Paid _ -> page(200, invoice, "Thank you, the invoice is paid.");
      case Outcome.Declined declined -> page(402, invoice, declined.message());
      case Outcome.ActionRequired(ObjectNode intent) -> authenticate(invoice, intent);
    };
  }

  private static PageAnswer authenticate(ObjectNode invoice, ObjectNode intent) {
    String url = Json.text(intent.path("next_action").path("redirect_to_url"), "url");
    return url == null
        ? page(402, invoice, "Your bank asks you to confirm this payment.")
        : PageAnswer.redirect(url);
  }

  private static PageAnswer page(int status, ObjectNode invoice, String message) {
    StringBuilder rows = new StringBuilder();
    for (JsonNode line : invoice.path("lines").path("data")) {
      rows.append(
          "<tr><td>%s</td><td>%s</td></tr>"
              .formatted(safe(line.path("description").asText()), money(invoice, line, "amount")));
    }
    String form =
        Invoices.isOpen(invoice)
            ? "<form method=post><label>Card number <input name=card_number autocomplete=cc-number"
                + " value='4242424242424242'></label><button>Pay</button></form>"
            : "";
    return PageAnswer.html(
        status,
        """
        <!doctype html><html lang=en><meta charset=utf-8><title>Invoice %s</title>
        <h1>Invoice %s</h1><p role=status>%s</p><p>Status: <strong>%s</strong></p>
        <table>%s<tr><th>Amount due</th><th>%s</th></tr></table>%s
        <p><a href="%s">PDF</a></p></html>
        """
            .formatted(
                number(invoice),
                number(invoice),
                safe(message),
                safe(invoice.path("status").asText()),
                rows,
                money(invoice, invoice, "amount_remaining"),
                form,
                safe(invoice.path("invoice_pdf").asText())));
  }

  private static PageAnswer pdf(PageRequest request) {
    ObjectNode invoice = invoice(request);
    List<String> lines = new ArrayList<>();
    lines.add("Invoice " + number(invoice));
    lines.add(
        invoice.path("customer_name").asText("") + " " + invoice.path("customer_email").asText(""));
    for (JsonNode line : invoice.path("lines").path("data")) {
      lines.add(line.path("description").asText() + "   " + money(invoice, line, "amount"));
    }
    lines.add("Total " + money(invoice, invoice, "total"));
    lines.add("Amount paid " + money(invoice, invoice, "amount_paid"));
    return new PageAnswer(200, Map.of("Content-Type", "application/pdf"), Pdf.of(lines));
  }

  private static String number(ObjectNode invoice) {
    return safe(invoice.path("number").asText("draft"));
  }

  private static String money(JsonNode invoice, JsonNode node, String field) {
    return Money.words(
        BigDecimal.valueOf(node.path(field).asLong()), invoice.path("currency").asText());
  }

  private static String safe(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
