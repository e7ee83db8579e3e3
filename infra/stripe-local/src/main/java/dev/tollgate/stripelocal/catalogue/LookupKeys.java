package dev.tollgate.stripelocal.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.StripeError;
import java.util.List;

/** A lookup key names one price at a time; it moves only when asked to. */
final class LookupKeys {
  private LookupKeys() {}

  static void set(Work work, ObjectNode price, Params params) {
    String key = params.orNull("lookup_key");
    if (key != null) {
      boolean transfer = params.flag("transfer_lookup_key").orElse(false);
      take(work, key, price, transfer);
    }
    price.put("lookup_key", key);
  }

  private static void take(Work work, String key, ObjectNode price, boolean transfer) {
    String own = price.path("id").asText();
    List<ObjectNode> holders =
        work.all(
            Kind.PRICE,
            other ->
                key.equals(Json.text(other, "lookup_key"))
                    && !other.path("id").asText().equals(own));
    if (!holders.isEmpty() && !transfer) {
      throw StripeError.invalid(
          "A price (`"
              + holders.getFirst().path("id").asText()
              + "`) already uses that lookup key.",
          "lookup_key");
    }
    holders.forEach(
        holder -> {
          holder.putNull("lookup_key");
          work.emit("price.updated", holder);
        });
  }
}
