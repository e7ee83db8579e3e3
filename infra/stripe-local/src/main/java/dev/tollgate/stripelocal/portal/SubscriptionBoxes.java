package dev.tollgate.stripelocal.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.pages.Amounts;
import dev.tollgate.stripelocal.pages.Html;
import java.util.List;
import java.util.Optional;

/** The HTML of a customer's subscriptions: what they are, and the forms that change them. */
final class SubscriptionBoxes {
  private SubscriptionBoxes() {}

  static String of(Work work, Access access) {
    JsonNode flow = access.session().path("flow");
    String about = flow.path(flow.path("type").asText()).path("subscription").asText();
    List<ObjectNode> subscriptions =
        access.subscriptions(work).stream()
            .filter(one -> about.isEmpty() || about.equals(one.path("id").asText()))
            .toList();
    StringBuilder html = new StringBuilder();
    if (subscriptions.isEmpty()) {
      html.append("<section class=\"box\"><p>There is no subscription.</p></section>");
    }
    for (ObjectNode subscription : subscriptions) {
      html.append("<section class=\"box\">").append(state(work, subscription));
      html.append(forms(work, access, subscription, flow)).append("</section>");
    }
    return html.toString();
  }

  private static String state(Work work, ObjectNode subscription) {
    StringBuilder html = new StringBuilder();
    for (JsonNode item : subscription.path("items").path("data")) {
      ObjectNode price = (ObjectNode) item.path("price");
      String quantity = item.hasNonNull("quantity") ? item.path("quantity").asText() + " × " : "";
      html.append(
          "<h2>%s%s <span class=\"soft\">%s</span></h2>"
              .formatted(
                  quantity, Html.text(product(work, price)), Html.text(Amounts.unit(price))));
    }
    html.append(
        "<p><span class=\"badge\" id=\"status\">%s</span> <span id=\"next\">%s</span></p>"
            .formatted(
                Html.text(Json.text(subscription, "status")), Html.text(next(subscription))));
    return html.toString();
  }

  private static String next(ObjectNode subscription) {
    if (subscription.hasNonNull("cancel_at")) {
      return "Ends on " + Amounts.day(subscription.path("cancel_at").asLong());
    }
    if ("trialing".equals(Json.text(subscription, "status"))) {
      return "Free until " + Amounts.day(subscription.path("trial_end").asLong());
    }
    long end = subscription.at("/items/data/0/current_period_end").asLong();
    return end == 0 ? "" : "Renews on " + Amounts.day(end);
  }

  private static String product(Work work, ObjectNode price) {
    return work.find(Kind.PRODUCT, price.path("product").asText())
        .map(product -> Json.text(product, "name"))
        .orElse(price.path("id").asText());
  }

  private static String forms(Work work, Access access, ObjectNode subscription, JsonNode flow) {
    String type = flow.path("type").asText();
    String id = subscription.path("id").asText();
    StringBuilder html = new StringBuilder();
    if (type.equals("subscription_update_confirm")) {
      return PortalPage.small("confirm", "subscription", id, "Confirm the change", "");
    }
    boolean ends = subscription.hasNonNull("cancel_at");
    if (!ends && (type.isEmpty() || type.equals("subscription_update"))) {
      html.append(change(work, access, subscription));
    }
    if (access.allows("subscription_cancel")
        && (type.isEmpty() || type.equals("subscription_cancel"))) {
      html.append(
          ends
              ? PortalPage.small("undo_cancel", "subscription", id, "Do not cancel", "plain")
              : PortalPage.small("cancel", "subscription", id, "Cancel subscription", "danger"));
    }
    return html.toString();
  }

  private static String change(Work work, Access access, ObjectNode subscription) {
    Optional<ObjectNode> item = Access.planItem(subscription);
    boolean plans = Features.allowsUpdateOf(access.configuration(), "price");
    boolean seats = Features.allowsUpdateOf(access.configuration(), "quantity");
    if (item.isEmpty() || !(plans || seats)) {
      return "";
    }
    String id = Html.text(subscription.path("id").asText());
    StringBuilder html = new StringBuilder();
    html.append("<form method=\"post\" id=\"change-").append(id).append("\">");
    html.append("<input type=\"hidden\" name=\"action\" value=\"switch\">");
    html.append("<input type=\"hidden\" name=\"subscription\" value=\"").append(id).append("\">");
    if (plans) {
      html.append(plans(work, access, subscription, item.get()));
    }
    if (seats) {
      html.append(
          "<label>Seats <input name=\"quantity\" inputmode=\"numeric\" value=\"%s\"></label>"
              .formatted(item.get().path("quantity").asText()));
    }
    return html.append("<button class=\"small\">Change</button></form>").toString();
  }

  private static String plans(Work work, Access access, ObjectNode subscription, ObjectNode item) {
    String present = item.at("/price/id").asText();
    StringBuilder html = new StringBuilder("<label>Plan <select name=\"price\">");
    boolean offered = false;
    for (ObjectNode price : access.offers(work, subscription)) {
      boolean selected = price.path("id").asText().equals(present);
      offered |= selected;
      html.append(option(work, price, selected));
    }
    if (!offered) {
      html.append(option(work, (ObjectNode) item.path("price"), true));
    }
    return html.append("</select></label>").toString();
  }

  private static String option(Work work, ObjectNode price, boolean selected) {
    return "<option value=\"%s\"%s>%s, %s</option>"
        .formatted(
            Html.text(price.path("id").asText()),
            selected ? " selected" : "",
            Html.text(product(work, price)),
            Html.text(Amounts.unit(price)));
  }
}
