package dev.tollgate.stripelocal.payments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.wire.PageRequest;
import dev.tollgate.stripelocal.wire.StripeError;
import java.io.UncheckedIOException;

/** The JSON body of a {@code /_test} request. */
public final class TestBody {
  private TestBody() {}

  /** An empty object when there is no body; 400 for what is no JSON object. */
  public static ObjectNode of(PageRequest request) {
    if (request.body().length == 0) {
      return Json.object();
    }
    try {
      JsonNode body = Json.read(request.body());
      if (body instanceof ObjectNode object) {
        return object;
      }
    } catch (UncheckedIOException e) {
      throw StripeError.invalid("The body is not JSON: " + e.getMessage(), null);
    }
    throw StripeError.invalid("The body is not a JSON object.", null);
  }
}
