package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.wire.Call;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.Range;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which objects the lists of this package show. */
final class InvoiceFilter {
  private InvoiceFilter() {}

  /** Invoices; those on a test clock only when their customer or subscription is named. */
  static Predicate<ObjectNode> of(Call call) {
    Params params = call.params();
    Optional<String> subscription = params.text("subscription");
    boolean named = params.has("customer") || subscription.isPresent();
    return is(params, "customer")
        .and(is(params, "status"))
        .and(is(params, "collection_method"))
        .and(Range.of(params, "due_date"))
        .and(invoice -> subscription.isEmpty() || subscription.get().equals(owner(invoice)))
        .and(invoice -> named || !invoice.hasNonNull("test_clock"));
  }

  private static @Nullable String owner(JsonNode invoice) {
    return Json.text(invoice.path("parent").path("subscription_details"), "subscription");
  }

  /** Invoice items. */
  static Predicate<ObjectNode> ofItems(Call call) {
    Params params = call.params();
    Optional<Boolean> pending = params.flag("pending");
    return is(params, "customer")
        .and(is(params, "invoice"))
        .and(item -> pending.isEmpty() || pending.get() == item.path("invoice").isNull());
  }

  /** Invoice payments. */
  static Predicate<ObjectNode> ofPayments(Call call) {
    Params params = call.params();
    Optional<String> intent = params.in("payment").flatMap(by -> by.text("payment_intent"));
    return is(params, "invoice")
        .and(is(params, "status"))
        .and(
            payment ->
                intent.isEmpty()
                    || intent.get().equals(Json.text(payment.path("payment"), "payment_intent")));
  }

  private static Predicate<ObjectNode> is(Params params, String field) {
    Optional<String> wanted = params.text(field);
    return object -> wanted.isEmpty() || wanted.get().equals(Json.text(object, field));
  }
}
