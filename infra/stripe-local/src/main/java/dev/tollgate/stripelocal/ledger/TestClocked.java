package dev.tollgate.stripelocal.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Finds the test clock of an object: its own, its customer's, or that of what it hangs on. */
final class TestClocked {
  /** Fields that lead from an object towards its customer, nearest first. */
  private static final Map<String, Kind> OWNERS = new LinkedHashMap<>();

  static {
    OWNERS.put("customer", Kind.CUSTOMER);
    OWNERS.put("subscription", Kind.SUBSCRIPTION);
    OWNERS.put("invoice", Kind.INVOICE);
    OWNERS.put("payment_intent", Kind.PAYMENT_INTENT);
    OWNERS.put("charge", Kind.CHARGE);
  }

  private TestClocked() {}

  static Optional<String> clockOf(
      ObjectNode object, BiFunction<Kind, String, @Nullable ObjectNode> find) {
    if (Kind.TEST_CLOCK.object().equals(Json.text(object, "object"))) {
      return Optional.ofNullable(Json.text(object, "id"));
    }
    String own = Json.text(object, "test_clock");
    if (own != null) {
      return Optional.of(own);
    }
    for (Map.Entry<String, Kind> owner : OWNERS.entrySet()) {
      String id = Json.text(object, owner.getKey());
      ObjectNode found = id == null ? null : find.apply(owner.getValue(), id);
      if (found != null) {
        return clockOf(found, find);
      }
    }
    return Optional.empty();
  }
}
