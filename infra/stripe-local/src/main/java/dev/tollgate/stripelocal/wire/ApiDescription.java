package dev.tollgate.stripelocal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.stripelocal.ledger.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;

/**
 * What Stripe's API takes and gives, per operation: derived from stripe-java 33.3.0 (API
 * 2026-07-29.dahlia), cut to the operations that the stand-in has. {@code ref} names a schema,
 * {@code expandable} marks an id that can be asked for as a whole object; every field may be null.
 */
public final class ApiDescription {
  private final JsonNode operations;
  private final JsonNode schemas;

  private ApiDescription(JsonNode description) {
    this.operations = description.required("operations");
    this.schemas = description.required("schemas");
  }

  public static ApiDescription load() {
    try (InputStream in =
        Objects.requireNonNull(
            ApiDescription.class.getResourceAsStream(
                "/dev/tollgate/stripelocal/stripe-api.json"))) {
      return new ApiDescription(Json.read(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The entry for a verb and a template, whatever the template calls its variables. */
  public Optional<JsonNode> operation(String verb, String template) {
    return Optional.ofNullable(operations.get(verb + " " + template.replaceAll("\\{[^}]*}", "{}")));
  }

  /** The schema of an object by its {@code object} name; missing when there is none. */
  public JsonNode schema(String name) {
    return schemas.path(name);
  }

  /** The schema itself where there is a reference to one. */
  public JsonNode resolved(JsonNode schema) {
    JsonNode ref = schema.get("ref");
    return ref == null ? schema : schema(ref.textValue());
  }
}
