package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.invoices.Collecting.Outcome;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.pages.Amounts;
import dev.tollgate.stripelocal.pages.Html;
import dev.tollgate.stripelocal.wire.PageAnswer;
import dev.tollgate.stripelocal.wire.PageRequest;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import dev.tollgate.stripelocal.wire.StripeError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The invoice as the customer sees it: a page with a form to pay by card, and a PDF. */
final class HostedInvoice implements Room {
  private static final String PAGE = "/i/acct_local/{invoice}";

  private static final String FORM =
      """
      <form method="post"><label for="card_number">Card number</label>
      <input id="card_number" name="card_number" inputmode="numeric" autocomplete="cc-number"
       value="4242424242424242"><button>Pay</button></form>
      """;

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

  /** What came of paying is said above the rest; a refusal looks like one. */
  private static PageAnswer page(int status, ObjectNode invoice, String message) {
    StringBuilder html = new StringBuilder();
    html.append("<h1>Invoice %s</h1>".formatted(Html.text(number(invoice))));
    if (status >= 400) {
      html.append(Html.error(message));
    } else if (!message.isEmpty()) {
      html.append("<div class=\"notice\" role=\"status\">%s</div>".formatted(Html.text(message)));
    }
    html.append("<section class=\"box\">");
    html.append("<p><span class=\"badge\">%s</span></p>".formatted(text(invoice, "status")));
    html.append("<ul class=\"lines\">");
    for (JsonNode line : invoice.path("lines").path("data")) {
      html.append(line(text(line, "description"), money(invoice, line, "amount"), ""));
    }
    html.append(line("Amount due", money(invoice, invoice, "amount_remaining"), "sum"));
    html.append("</ul>").append(Invoices.isOpen(invoice) ? FORM : "").append("</section>");
    html.append(
        "<p><a href=\"%s\">Download as PDF</a></p>".formatted(text(invoice, "invoice_pdf")));
    return Html.narrow(status, "Invoice " + number(invoice), html.toString());
  }

  private static String line(String what, String amount, String look) {
    return "<li class=\"%s\"><span>%s</span><span>%s</span></li>".formatted(look, what, amount);
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
    return invoice.path("number").asText("draft");
  }

  private static String text(JsonNode node, String field) {
    return Html.text(node.path(field).asText());
  }

  private static String money(JsonNode invoice, JsonNode node, String field) {
    return Amounts.words(node.path(field).asLong(), invoice.path("currency").asText());
  }
}
