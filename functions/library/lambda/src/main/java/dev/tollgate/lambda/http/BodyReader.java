package dev.tollgate.lambda.http;

import dev.tollgate.core.kernel.Checked;
import dev.tollgate.core.kernel.Violation;
import dev.tollgate.lambda.json.Json;
import dev.tollgate.lambda.json.MalformedJson;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.naming.NameUtils;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON body into a record, strictly: a number is no text, a list is no value, and every
 * wrong field is reported at once. Fields that the record does not have are ignored, so nobody can
 * set what a client may not set. A component that is not nullable is required; where none is, no
 * body at all is an empty one.
 */
@Singleton
final class BodyReader {
  private final Map<Class<?>, FieldReader<?>> readers = new HashMap<>();

  BodyReader(List<FieldReader<?>> readers) {
    readers.forEach(reader -> this.readers.put(reader.type(), reader));
  }

  /** What a body turned out to be. */
  sealed interface Outcome {
    record Read(Object value) implements Outcome {}

    record Refused(Problem problem) implements Outcome {}
  }

  /** Fails at start, not at the first request, for a record that cannot be read. */
  void check(Class<?> type) {
    for (Argument<?> field : BeanIntrospection.getIntrospection(type).getConstructorArguments()) {
      if (!readers.containsKey(field.getType())) {
        throw new IllegalStateException(
            type.getName() + "." + field.getName() + " is of a type that no FieldReader reads");
      }
    }
  }

  Outcome read(Request request, Class<?> type) {
    BeanIntrospection<?> introspection = BeanIntrospection.getIntrospection(type);
    if (request.body().length == 0
        && Arrays.stream(introspection.getConstructorArguments()).allMatch(Argument::isNullable)) {
      return record(Map.of(), introspection);
    }
    String contentType = request.header("content-type").orElse("application/json");
    if (!contentType.toLowerCase(Locale.ROOT).contains("json")) {
      return new Outcome.Refused(
          Problem.of(
              415,
              "unsupported_media_type",
              "The body must be JSON",
              "Send it with Content-Type: application/json."));
    }
    try {
      if (Json.read(request.body()) instanceof Map<?, ?> fields) {
        return record(fields, introspection);
      }
      return new Outcome.Refused(Problem.malformed("The body must be a JSON object."));
    } catch (MalformedJson e) {
      return new Outcome.Refused(Problem.malformed("The body is not valid JSON."));
    }
  }

  private Outcome record(Map<?, ?> fields, BeanIntrospection<?> introspection) {
    Argument<?>[] components = introspection.getConstructorArguments();
    @Nullable Object[] values = new @Nullable Object[components.length];
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      String name = NameUtils.underscoreSeparate(components[i].getName()).toLowerCase(Locale.ROOT);
      Object json = fields.get(name);
      if (json == null) {
        values[i] = fields.containsKey(name) ? ofNull(components[i]) : null;
        if (values[i] == null && !components[i].isNullable()) {
          violations.add(new Violation(name, "is required"));
        }
      } else {
        switch (field(json, components[i])) {
          case Checked.Valid<?>(Object value) -> values[i] = value;
          case Checked.Invalid<?>(String message) -> violations.add(new Violation(name, message));
        }
      }
    }
    return violations.isEmpty()
        ? new Outcome.Read(introspection.instantiate(values))
        : new Outcome.Refused(Problem.invalid(violations));
  }

  private @Nullable Object ofNull(Argument<?> component) {
    FieldReader<?> reader = readers.get(component.getType());
    return reader == null ? null : reader.ofNull().orElse(null);
  }

  private Checked<?> field(Object json, Argument<?> component) {
    FieldReader<?> reader = readers.get(component.getType());
    return reader == null ? new Checked.Invalid<>("cannot be read") : reader.read().apply(json);
  }
}
