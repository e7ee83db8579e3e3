package dev.tollgate.stripelocal.overview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.PageAnswer;
import dev.tollgate.stripelocal.wire.PageRequest;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Customers, subscriptions and the latest events with where their deliveries stand. */
public final class Overview implements Room {
  private static final int LATEST = 50;

  @Override
  public void register(Router router) {
    router.page("GET", "/", Overview::page);
  }

  private static PageAnswer page(PageRequest request) {
    Work work = request.work();
    Document document = new Document("Stripe stand-in");
    document.note(
        "The stack's clock: " + time(work.now()) + " · API 2026-07-29.dahlia · test mode");
    customers(document, work);
    subscriptions(document, work);
    events(document, work);
    return PageAnswer.html(document.toString());
  }

  private static void customers(Document document, Work work) {
    List<ObjectNode> customers = work.view(Kind.CUSTOMER, _ -> true);
    document.table("Customers", customers.size(), "Customer", "Name", "Mail", "Balance", "Since");
    for (ObjectNode customer : latest(customers)) {
      document.row(
          text(customer, "id"),
          text(customer, "name"),
          text(customer, "email"),
          customer.path("balance").asText(),
          since(customer));
    }
    document.end();
  }

  private static void subscriptions(Document document, Work work) {
    List<ObjectNode> subscriptions = work.view(Kind.SUBSCRIPTION, _ -> true);
    document.table(
        "Subscriptions",
        subscriptions.size(),
        "Subscription",
        "Customer",
        "Status",
        "Items",
        "Since");
    for (ObjectNode subscription : latest(subscriptions)) {
      document.row(
          text(subscription, "id"),
          text(subscription, "customer"),
          Document.badge(text(subscription, "status")),
          items(subscription),
          since(subscription));
    }
    document.end();
  }

  private static String items(ObjectNode subscription) {
    StringJoiner items = new StringJoiner(", ");
    for (JsonNode item : subscription.path("items").path("data")) {
      JsonNode price = item.path("price");
      String name = price.path("lookup_key").asText("");
      items.add((name.isEmpty() ? price.path("id").asText() : name) + quantity(item));
    }
    return items.toString();
  }

  private static String quantity(JsonNode item) {
    return item.hasNonNull("quantity") ? " × " + item.path("quantity").asText() : "";
  }

  private static void events(Document document, Work work) {
    List<ObjectNode> events = work.view(Kind.EVENT, _ -> true);
    Map<String, String> deliveries = deliveries(work);
    document.table("Events", events.size(), "Event", "Type", "Object", "Deliveries", "At");
    for (ObjectNode event : latest(events)) {
      document.row(
          text(event, "id"),
          text(event, "type"),
          event.path("data").path("object").path("id").asText(),
          Document.badge(deliveries.getOrDefault(text(event, "id"), "no endpoint")),
          time(event.path("created").asLong()));
    }
    document.end();
  }

  /** Per event, the states of its deliveries. */
  private static Map<String, String> deliveries(Work work) {
    Map<String, String> states = new HashMap<>();
    for (ObjectNode delivery : work.view(Kind.DELIVERY, _ -> true)) {
      states.merge(
          text(delivery, "event"),
          text(delivery, "state").toLowerCase(Locale.ROOT),
          (one, other) -> one + ", " + other);
    }
    return states;
  }

  private static List<ObjectNode> latest(List<ObjectNode> newestFirst) {
    return newestFirst.subList(0, Math.min(LATEST, newestFirst.size()));
  }

  private static String text(ObjectNode object, String field) {
    String text = Json.text(object, field);
    return text == null ? "" : text;
  }

  private static String since(ObjectNode object) {
    return time(Json.number(object, "created", 0));
  }

  private static String time(long seconds) {
    return Instant.ofEpochSecond(seconds).toString().replace('T', ' ').replace("Z", "");
  }
}
