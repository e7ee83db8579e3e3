package dev.tollgate.stripelocal.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.wire.Call;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import dev.tollgate.stripelocal.wire.StripeError;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code /v1/events} and {@code /v2/core/events/{id}}. */
public final class EventRoom implements Room {
  @Override
  public void register(Router router) {
    router.list("/v1/events", Kind.EVENT, call -> wanted(call.params()));
    router.on("GET", "/v1/events/{id}", call -> call.work().get(Kind.EVENT, call.path("id")));
    router.json("GET", "/v2/core/events/{id}", EventRoom::thin);
  }

  private static ObjectNode thin(Call call) {
    return call.work().get(Kind.THIN_EVENT, call.path("id"));
  }

  private static Predicate<ObjectNode> wanted(Params params) {
    Optional<String> type = params.text("type");
    List<String> types = params.texts("types");
    if (type.isPresent() && !types.isEmpty()) {
      throw StripeError.invalid(
          "parameters_exclusive",
          "You may only specify one of these parameters: type, types.",
          "types");
    }
    Optional<Boolean> delivered = params.flag("delivery_success");
    return event ->
        type.map(wanted -> matches(wanted, event)).orElse(true)
            && (types.isEmpty() || types.stream().anyMatch(wanted -> matches(wanted, event)))
            && delivered
                .map(wanted -> wanted == (event.path("pending_webhooks").intValue() == 0))
                .orElse(true);
  }

  /** A type, or a group of them: {@code customer.*}. */
  private static boolean matches(String wanted, ObjectNode event) {
    String type = event.path("type").asText();
    return wanted.endsWith("*")
        ? type.startsWith(wanted.substring(0, wanted.length() - 1))
        : type.equals(wanted);
  }
}
