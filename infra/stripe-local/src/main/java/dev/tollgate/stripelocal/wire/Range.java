package dev.tollgate.stripelocal.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** {@code created=t}, or {@code created[gt|gte|lt|lte]=t}; also for other fields of seconds. */
public final class Range {
  private Range() {}

  /** The condition that the parameter sets on the field of the same name. */
  public static Predicate<ObjectNode> of(Params params, String field) {
    Optional<Params> range = params.in(field);
    if (range.isEmpty()) {
      OptionalLong exact = params.integer(field);
      return object -> exact.isEmpty() || at(object, field) == exact.getAsLong();
    }
    OptionalLong gt = range.get().integer("gt");
    OptionalLong gte = range.get().integer("gte");
    OptionalLong lt = range.get().integer("lt");
    OptionalLong lte = range.get().integer("lte");
    return object -> {
      long at = at(object, field);
      return (gt.isEmpty() || at > gt.getAsLong())
          && (gte.isEmpty() || at >= gte.getAsLong())
          && (lt.isEmpty() || at < lt.getAsLong())
          && (lte.isEmpty() || at <= lte.getAsLong());
    };
  }

  private static long at(ObjectNode object, String field) {
    return Json.number(object, field, 0);
  }
}
