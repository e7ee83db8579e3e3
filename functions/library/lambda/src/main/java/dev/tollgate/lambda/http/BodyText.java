package dev.tollgate.lambda.http;

import dev.tollgate.lambda.json.Json;
import dev.tollgate.lambda.json.MalformedJson;
import java.util.Map;
import java.util.Optional;

/** A text in a body that need not be there. */
public final class BodyText {
  private BodyText() {}

  /** Empty also where there is no body, or none that is a JSON object. */
  public static Optional<String> optional(Request request, String field) {
    try {
      return request.body().length > 0
              && Json.read(request.body()) instanceof Map<?, ?> fields
              && fields.get(field) instanceof String text
          ? Optional.of(text)
          : Optional.empty();
    } catch (MalformedJson none) {
      return Optional.empty();
    }
  }
}
