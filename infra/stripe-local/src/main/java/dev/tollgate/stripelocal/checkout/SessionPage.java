package dev.tollgate.stripelocal.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.pages.Amounts;
import dev.tollgate.stripelocal.pages.Html;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The HTML of a session: what is bought, for how much and when, and the form. */
final class SessionPage {
  private static final long DAY = 86_400;

  private SessionPage() {}

  /**
   * @param written what the buyer already wrote, by field; never the card
   */
  static String of(Work work, ObjectNode session, Buyer written) {
    return """
    <div class="columns">
    <section aria-label="Order">%s</section>
    <section aria-label="Payment"><div class="box">%s</div></section>
    </div>
    """
        .formatted(order(work, session), form(work, session, written));
  }

  private static String order(Work work, ObjectNode session) {
    StringBuilder html = new StringBuilder();
    html.append("<p class=\"soft\">").append(title(session)).append("</p>");
    if (!Sessions.hasMode(session, "setup")) {
      html.append(
          "<p class=\"total\" id=\"total\">%s</p>"
              .formatted(Html.text(amount(session, Sessions.total(session)))));
      html.append("<p id=\"terms\">%s</p>".formatted(Html.text(terms(work, session))));
      html.append(lines(work, session));
    }
    String cancel = Json.text(session, "cancel_url");
    if (cancel != null) {
      html.append(
          "<p><a id=\"cancel\" href=\"%s\">← Cancel and go back</a></p>"
              .formatted(Html.text(cancel)));
    }
    return html.toString();
  }

  private static String title(ObjectNode session) {
    return switch (String.valueOf(Json.text(session, "mode"))) {
      case "subscription" -> "Subscribe";
      case "setup" -> "Save a card for later payments";
      default -> "Pay";
    };
  }

  /** {@code 14 days free, then $245.00 per month}. */
  static String terms(Work work, ObjectNode session) {
    List<ObjectNode> recurring =
        Sessions.lines(work, session).stream()
            .filter(line -> line.path("price").path("recurring").isObject())
            .toList();
    if (recurring.isEmpty()) {
      return "One payment, due today";
    }
    long amount =
        recurring.stream().mapToLong(line -> line.path("amount_subtotal").longValue()).sum();
    JsonNode first = recurring.getFirst().path("price").path("recurring");
    String price = amount(session, amount) + " per " + Amounts.every(first);
    if (recurring.stream().anyMatch(SessionPage::isMetered)) {
      price += " plus usage";
    }
    Optional<Long> trial = Sessions.trialEnd(work, session);
    if (trial.isEmpty()) {
      return price;
    }
    long days = Math.ceilDiv(trial.get() - work.nowOf(session), DAY);
    return days
        + (days == 1 ? " day" : " days")
        + " free, then "
        + price
        + " from "
        + Amounts.day(trial.get());
  }

  private static String lines(Work work, ObjectNode session) {
    StringBuilder html = new StringBuilder("<ul class=\"lines\">");
    for (ObjectNode line : Sessions.lines(work, session)) {
      ObjectNode price = (ObjectNode) line.path("price");
      String quantity = line.hasNonNull("quantity") ? line.path("quantity").asText() + " × " : "";
      html.append(
          "<li><span>%s%s<br><span class=\"soft\">%s</span></span><span>%s</span></li>"
              .formatted(
                  quantity,
                  Html.text(Json.text(line, "description")),
                  Html.text(Amounts.unit(price)),
                  Html.text(
                      isMetered(line)
                          ? "by use"
                          : amount(session, line.path("amount_subtotal").longValue()))));
    }
    html.append(
        "<li class=\"sum\"><span>Due today</span><span>%s</span></li></ul>"
            .formatted(Html.text(amount(session, Sessions.total(session)))));
    return html.toString();
  }

  private static boolean isMetered(JsonNode line) {
    return line.at("/price/recurring/usage_type").asText().equals("metered");
  }

  private static String amount(ObjectNode session, long minor) {
    return Amounts.words(minor, String.valueOf(Json.text(session, "currency")));
  }

  private static String form(Work work, ObjectNode session, Buyer written) {
    return """
    <h2>%s</h2>
    %s
    <form method="post" autocomplete="on">
    %s
    <label for="name">Name on the card</label>
    <input id="name" name="name" autocomplete="cc-name" maxlength="200" value="%s">
    %s
    <button id="pay" type="submit">%s</button>
    </form>
    """
        .formatted(
            Sessions.needsCard(session) ? "Pay with a card" : "Your details",
            Html.error(Json.text(session, Sessions.ERROR)),
            email(session, written.email()),
            Html.text(written.name()),
            Sessions.needsCard(session)
                ? CardForm.fields() + CardForm.kinds() + CardForm.hints()
                : "",
            Html.text(button(work, session)));
  }

  private static String email(ObjectNode session, @Nullable String written) {
    String known = Json.text(session.path("customer_details"), "email");
    if (known != null && (session.hasNonNull("customer") || session.hasNonNull("customer_email"))) {
      return "<p class=\"soft\">For <strong id=\"buyer\">%s</strong></p>"
          .formatted(Html.text(known));
    }
    return """
    <label for="email">E-mail</label>
    <input id="email" name="email" type="email" autocomplete="email" required maxlength="200" value="%s">
    """
        .formatted(Html.text(written));
  }

  private static String button(Work work, ObjectNode session) {
    if (Sessions.hasMode(session, "setup")) {
      return "Save card";
    }
    if (Sessions.trialEnd(work, session).isPresent()) {
      return "Start trial";
    }
    String total = amount(session, Sessions.total(session));
    return Sessions.hasMode(session, "subscription") ? "Subscribe for " + total : "Pay " + total;
  }
}
