package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.wire.Call;
import dev.tollgate.stripelocal.wire.Params;
import java.util.Optional;
import java.util.function.Predicate;

/** Which subscriptions a list shows. */
final class SubscriptionFilter {
  private SubscriptionFilter() {}

  static Predicate<ObjectNode> of(Call call) {
    Params params = call.params();
    return status(params.text("status").orElse(""))
        .and(is(params, "customer"))
        .and(is(params, "collection_method"))
        .and(testClock(params))
        .and(price(params));
  }

  /** Without a status all but the canceled ones. */
  private static Predicate<ObjectNode> status(String wanted) {
    return switch (wanted) {
      case "" -> subscription -> !subscription.path("status").asText().equals("canceled");
      case "all" -> _ -> true;
      case "ended" -> Ended::isEnded;
      default -> subscription -> subscription.path("status").asText().equals(wanted);
    };
  }

  private static Predicate<ObjectNode> is(Params params, String field) {
    Optional<String> wanted = params.text(field);
    return subscription -> wanted.isEmpty() || wanted.get().equals(Json.text(subscription, field));
  }

  /** What lives on a test clock is shown only to those who ask for it. */
  private static Predicate<ObjectNode> testClock(Params params) {
    if (params.has("test_clock")) {
      return is(params, "test_clock");
    }
    return subscription -> params.has("customer") || !subscription.hasNonNull("test_clock");
  }

  private static Predicate<ObjectNode> price(Params params) {
    Optional<String> wanted = params.text("price").or(() -> params.text("plan"));
    return subscription ->
        wanted.isEmpty()
            || Items.of(subscription).stream()
                .anyMatch(item -> wanted.get().equals(item.path("price").path("id").asText()));
  }
}
