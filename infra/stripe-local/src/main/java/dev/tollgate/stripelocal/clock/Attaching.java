package dev.tollgate.stripelocal.clock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.StripeError;
import java.util.List;
import java.util.Optional;

/** A customer who lived by the stack's clock goes over to a test clock, with all that is theirs. */
final class Attaching {
  /** Those that name their test clock; everything else finds it by its customer. */
  private static final List<Kind> NAMING =
      List.of(Kind.SUBSCRIPTION, Kind.INVOICE, Kind.INVOICE_ITEM);

  private Attaching() {}

  static void attach(ObjectNode customer, ObjectNode clock, Work work) {
    if (Json.text(customer, "test_clock") != null) {
      throw StripeError.invalid("This customer already has a test clock.", "customer");
    }
    String owner = customer.required("id").textValue();
    String id = clock.required("id").textValue();
    customer.put("test_clock", id);
    for (Kind kind : NAMING) {
      work.all(kind, object -> owner.equals(Json.text(object, "customer")))
          .forEach(object -> object.put("test_clock", id));
    }
    takeAlong(id, work);
    work.emit("customer.updated", customer);
  }

  /** What was to happen to them by the stack's clock happens by theirs. */
  private static void takeAlong(String clock, Work work) {
    for (ObjectNode due : work.view(Kind.AGENDA, job -> job.path("clock").asText().isEmpty())) {
      Kind kind = Kind.valueOf(due.required("kind").textValue());
      String target = due.required("target").textValue();
      Optional<String> owner = work.find(kind, target).flatMap(work::clockOf);
      if (owner.filter(clock::equals).isPresent()) {
        work.schedule(
            due.required("due").longValue(), due.required("job").textValue(), kind, target);
      }
    }
  }
}
