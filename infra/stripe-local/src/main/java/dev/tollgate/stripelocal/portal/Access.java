package dev.tollgate.stripelocal.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Who looks at the portal, through which configuration, and what they see there: nothing of anybody
 * else.
 */
record Access(ObjectNode session, ObjectNode customer, ObjectNode configuration) {
  private static final Set<String> OVER = Set.of("canceled", "incomplete_expired");

  /** Empty when there is no such session, or its customer is gone. */
  static Optional<Access> of(Work work, String session) {
    return work.find(Kind.PORTAL_SESSION, session)
        .flatMap(
            found ->
                work.find(Kind.CUSTOMER, found.path("customer").asText())
                    .map(
                        customer ->
                            new Access(
                                found,
                                customer,
                                work.get(
                                    Kind.PORTAL_CONFIGURATION,
                                    found.path("configuration").asText()))));
  }

  String customerId() {
    return customer.path("id").textValue();
  }

  boolean allows(String feature) {
    return Features.allows(configuration, feature);
  }

  /** Those that are not over, newest first. */
  List<ObjectNode> subscriptions(Work work) {
    return work.all(
        Kind.SUBSCRIPTION,
        subscription ->
            customerId().equals(Json.text(subscription, "customer"))
                && !OVER.contains(String.valueOf(Json.text(subscription, "status"))));
  }

  /** The named one, or where none is named the only one. */
  Optional<ObjectNode> subscription(Work work, String id) {
    List<ObjectNode> mine = subscriptions(work);
    if (id.isEmpty()) {
      return mine.size() == 1 ? Optional.of(mine.getFirst()) : Optional.empty();
    }
    return mine.stream().filter(one -> id.equals(one.path("id").asText())).findFirst();
  }

  List<ObjectNode> invoices(Work work) {
    return work.view(
        Kind.INVOICE,
        invoice ->
            customerId().equals(Json.text(invoice, "customer"))
                && !"draft".equals(Json.text(invoice, "status")));
  }

  /** What plan and seats are about: the one item that has a quantity. */
  static Optional<ObjectNode> planItem(ObjectNode subscription) {
    List<ObjectNode> licensed =
        StreamSupport.stream(subscription.path("items").path("data").spliterator(), false)
            .filter(item -> !"metered".equals(item.at("/price/recurring/usage_type").asText()))
            .map(ObjectNode.class::cast)
            .toList();
    return licensed.size() == 1 ? Optional.of(licensed.getFirst()) : Optional.empty();
  }

  /**
   * The prices that a subscription can be switched to, its own among them; all that are offered
   * where no products are configured.
   */
  List<ObjectNode> offers(Work work, ObjectNode subscription) {
    String currency = subscription.path("currency").asText();
    JsonNode products = configuration.at("/features/subscription_update/products");
    return work
        .all(
            Kind.PRICE,
            price ->
                price.path("active").booleanValue()
                    && currency.equals(Json.text(price, "currency"))
                    && "licensed".equals(price.at("/recurring/usage_type").asText()))
        .stream()
        .filter(price -> products.isEmpty() || offer(products, price).isPresent())
        .toList();
  }

  /** The configured product that offers the price. */
  private static Optional<JsonNode> offer(JsonNode products, ObjectNode price) {
    String id = price.path("id").asText();
    return StreamSupport.stream(products.spliterator(), false)
        .filter(product -> contains(product.path("prices"), id))
        .findFirst();
  }

  private static boolean contains(JsonNode array, String text) {
    return StreamSupport.stream(array.spliterator(), false).anyMatch(e -> e.asText().equals(text));
  }

  /** How many seats of a price a customer may choose. */
  record Seats(long least, long most) {
    boolean allow(long quantity) {
      return quantity >= least && quantity <= most;
    }
  }

  Seats seats(ObjectNode price) {
    JsonNode adjustable =
        offer(configuration.at("/features/subscription_update/products"), price)
            .map(product -> product.path("adjustable_quantity"))
            .filter(quantity -> quantity.path("enabled").booleanValue())
            .orElse(Json.object());
    return new Seats(
        Math.max(1, adjustable.path("minimum").asLong(1)),
        adjustable.path("maximum").asLong(999_999));
  }
}
