package dev.tollgate.stripelocal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.wire.ApiDescription;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Holds what the stand-in says against the API description and against the client's models. */
public final class Conformance {
  private final ApiDescription description = ApiDescription.load();
  private final SchemaCheck schemas = new SchemaCheck(description);
  private final ModelCheck models = new ModelCheck();
  private final List<String> operations = operations();

  /** Checks the answer to a request that succeeded. */
  public void answer(String verb, String path, String body) {
    List<String> faults = new ArrayList<>();
    JsonNode answer = Json.read(body);
    operation(verb, path)
        .flatMap(name -> description.operation(verb, name))
        .ifPresent(found -> schemas.check(answer, found.path("answer"), "", faults));
    walk(answer, "", faults);
    assertThat(faults).as("%s %s answered %s", verb, path, body).isEmpty();
  }

  /** Every object with a name, wherever it stands; a snapshot in an event is one too. */
  private void walk(JsonNode node, String at, List<String> faults) {
    if (node instanceof ObjectNode object) {
      String name = object.path("object").asText();
      if (!name.isEmpty() && !object.path("deleted").booleanValue()) {
        JsonNode schema = description.schema(name);
        if (!schema.isMissingNode()) {
          schemas.check(object, schema, at, faults);
        }
        models.check(object, name, at, faults);
      }
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        if (field.getKey().startsWith("_")) {
          faults.add(at + "." + field.getKey() + " is internal");
        }
        if (!field.getKey().equals("previous_attributes")) {
          walk(field.getValue(), at + "." + field.getKey(), faults);
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        walk(array.get(i), at + "[" + i + "]", faults);
      }
    }
  }

  /** The described template of a path: the one with the fewest variables. */
  private Optional<String> operation(String verb, String path) {
    return operations.stream()
        .filter(operation -> operation.startsWith(verb + " "))
        .map(operation -> operation.substring(verb.length() + 1))
        .filter(template -> path.matches(template.replace("{}", "[^/]+").replace(".", "\\.")))
        .min(java.util.Comparator.comparingInt(template -> template.split("\\{}", -1).length));
  }

  private static List<String> operations() {
    try (InputStream in =
        Objects.requireNonNull(
            ApiDescription.class.getResourceAsStream(
                "/dev/tollgate/stripelocal/stripe-api.json"))) {
      return Json.read(in.readAllBytes())
          .required("operations")
          .propertyStream()
          .map(Map.Entry::getKey)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
