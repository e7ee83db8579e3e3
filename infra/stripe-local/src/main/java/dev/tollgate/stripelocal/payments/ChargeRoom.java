package dev.tollgate.stripelocal.payments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.wire.Call;
import dev.tollgate.stripelocal.wire.Lists;
import dev.tollgate.stripelocal.wire.Metadata;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import java.util.List;

/** Operations on charges. They are made by intents only; Stripe's older direct way is left out. */
final class ChargeRoom implements Room {
  @Override
  public void register(Router router) {
    router.list("/v1/charges", Kind.CHARGE, EqualFields.of("customer", "payment_intent"));
    router.on("GET", "/v1/charges/{charge}", ChargeRoom::charge);
    router.on("POST", "/v1/charges/{charge}", ChargeRoom::update);
    router.includable(
        Kind.CHARGE,
        "refunds",
        (work, charge) -> {
          String id = charge.path("id").textValue();
          List<ObjectNode> refunds =
              work.all(Kind.REFUND, refund -> id.equals(Json.text(refund, "charge")));
          return Lists.whole("/v1/charges/" + id + "/refunds", refunds);
        });
  }

  private static ObjectNode update(Call call) {
    ObjectNode charge = charge(call);
    for (String name : new String[] {"description", "receipt_email", "transfer_group"}) {
      if (call.params().has(name)) {
        charge.put(name, call.params().orNull(name));
      }
    }
    Metadata.merge(charge, call.params());
    call.work().emit("charge.updated", charge);
    return charge;
  }

  private static ObjectNode charge(Call call) {
    return call.work().get(Kind.CHARGE, call.path("charge"));
  }
}
