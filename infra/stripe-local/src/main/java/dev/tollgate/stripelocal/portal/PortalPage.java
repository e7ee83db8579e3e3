package dev.tollgate.stripelocal.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.checkout.CardForm;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.pages.Amounts;
import dev.tollgate.stripelocal.pages.Html;
import java.util.List;

/**
 * The HTML of the portal: subscriptions, cards, invoices. A flow shows what it is about, and
 * nothing else.
 */
final class PortalPage {
  private PortalPage() {}

  static String of(Work work, Access access) {
    String flow = access.session().path("flow").path("type").asText();
    StringBuilder html = new StringBuilder();
    html.append(
        "<h1>%s</h1>"
            .formatted(
                Html.text(
                    access
                        .configuration()
                        .at("/business_profile/headline")
                        .asText("Your subscription"))));
    String notice = Json.text(access.session(), PortalPages.NOTICE);
    if (notice != null) {
      html.append("<div class=\"notice\" role=\"status\">%s</div>".formatted(Html.text(notice)));
    }
    html.append(Html.error(Json.text(access.session(), PortalPages.ERROR)));
    if (!flow.equals("payment_method_update")) {
      html.append(SubscriptionBoxes.of(work, access));
    }
    if (flow.isEmpty() || flow.equals("payment_method_update")) {
      html.append(cards(work, access));
    }
    if (flow.isEmpty() && access.allows("invoice_history")) {
      html.append(invoices(work, access));
    }
    String back = Json.text(access.session(), "return_url");
    if (back != null) {
      html.append("<p><a id=\"return\" href=\"%s\">← Back</a></p>".formatted(Html.text(back)));
    }
    return html.toString();
  }

  private static String cards(Work work, Access access) {
    StringBuilder html = new StringBuilder("<section class=\"box\"><h2>Cards</h2>");
    List<ObjectNode> cards =
        work.view(
            Kind.PAYMENT_METHOD,
            method -> access.customerId().equals(Json.text(method, "customer")));
    if (cards.isEmpty()) {
      html.append("<p class=\"soft\">No card is saved.</p>");
    }
    boolean changes = access.allows("payment_method_update");
    for (ObjectNode card : cards) {
      String id = card.path("id").asText();
      html.append(
          "<p><span class=\"brand\">%s •••• %s</span> <span class=\"soft\">%s / %s</span> %s</p>"
              .formatted(
                  Html.text(card.at("/card/brand").asText()),
                  Html.text(card.at("/card/last4").asText()),
                  card.at("/card/exp_month").asText(),
                  card.at("/card/exp_year").asText(),
                  pays(work, access, id) ? "<span class=\"badge\">pays</span>" : ""));
      if (changes && !CardActions.isInUse(work, access, id)) {
        html.append(small("default_card", "payment_method", id, "Use this card", "plain"));
        html.append(small("remove_card", "payment_method", id, "Remove", "danger"));
      }
    }
    if (changes) {
      html.append(
          """
          <details%s><summary>Add a card</summary>
          <form method="post" id="card"><input type="hidden" name="action" value="set_card">%s
          <button id="save-card">Save and use this card</button></form>%s</details>
          """
              .formatted(cards.isEmpty() ? " open" : "", CardForm.fields(), CardForm.hints()));
    }
    return html.append("</section>").toString();
  }

  private static boolean pays(Work work, Access access, String card) {
    return CardActions.isInUse(work, access, card)
        || CardActions.isDefault(access.customer(), card);
  }

  static String small(String action, String field, String value, String words, String look) {
    return """
    <form method="post" class="inline" id="%s"><input type="hidden" name="action" value="%s"><input type="hidden" name="%s" value="%s">
    <button class="small %s">%s</button></form>
    """
        .formatted(
            action + "-" + Html.text(value),
            action,
            field,
            Html.text(value),
            look,
            Html.text(words));
  }

  private static String invoices(Work work, Access access) {
    StringBuilder html = new StringBuilder("<section class=\"box\"><h2>Invoices</h2>");
    List<ObjectNode> invoices = access.invoices(work);
    if (invoices.isEmpty()) {
      return html.append("<p class=\"soft\">None yet.</p></section>").toString();
    }
    html.append("<table>");
    for (ObjectNode invoice : invoices) {
      String url = Json.text(invoice, "hosted_invoice_url");
      String number = Html.text(Json.text(invoice, "number"));
      html.append(
          "<tr><td>%s</td><td>%s</td><td>%s</td><td class=\"amount\">%s</td></tr>"
              .formatted(
                  Html.text(Amounts.day(invoice.path("created").asLong())),
                  url == null ? number : "<a href=\"" + Html.text(url) + "\">" + number + "</a>",
                  Html.text(Json.text(invoice, "status")),
                  Html.text(
                      Amounts.words(
                          invoice.path("total").asLong(), invoice.path("currency").asText()))));
    }
    return html.append("</table></section>").toString();
  }
}
