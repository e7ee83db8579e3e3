package dev.tollgate.stripelocal.payments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.wire.Filter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Lists narrowed by equality: each parameter that is given must equal the field of its name. */
final class EqualFields {
  private EqualFields() {}

  static Filter of(String... fields) {
    return call -> {
      Map<String, Optional<String>> asked =
          List.of(fields).stream()
              .collect(Collectors.toMap(field -> field, field -> call.params().text(field)));
      Predicate<ObjectNode> all =
          object ->
              asked.entrySet().stream()
                  .allMatch(
                      field ->
                          field.getValue().isEmpty()
                              || field.getValue().get().equals(Json.text(object, field.getKey())));
      return all;
    };
  }
}
