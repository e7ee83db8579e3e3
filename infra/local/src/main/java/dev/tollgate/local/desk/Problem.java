package dev.tollgate.local.desk;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.local.gateway.Outgoing;
import java.util.List;

/** A refusal in the form of RFC 9457, with the product's machine code beside it. */
final class Problem {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Problem() {}

  static Outgoing notFound() {
    return unknown("There is no such page on the local stack.");
  }

  static Outgoing unknown(String detail) {
    return answer(problem(404, "not_found", detail));
  }

  static Outgoing methodNotAllowed() {
    return answer(problem(405, "method_not_allowed", "This page does not take that method."));
  }

  static Outgoing malformed() {
    return answer(problem(400, "malformed_request", "The body must be a JSON object."));
  }

  static Outgoing invalid(String field, String message) {
    ObjectNode problem = problem(422, "validation_failed", field + ": " + message);
    problem.putArray("violations").addObject().put("field", field).put("message", message);
    return answer(problem);
  }

  static Outgoing stuck(List<String> work) {
    ObjectNode problem =
        problem(409, "not_settled", "The stack did not come to rest: " + String.join("; ", work));
    work.forEach(problem.putArray("stuck")::add);
    return answer(problem);
  }

  private static ObjectNode problem(int status, String error, String detail) {
    return JSON.createObjectNode()
        .put("type", "about:blank")
        .put("title", error.replace('_', ' '))
        .put("status", status)
        .put("detail", detail)
        .put("error", error);
  }

  private static Outgoing answer(ObjectNode problem) {
    return Outgoing.json(
        problem.path("status").asInt(), "application/problem+json", problem.toString());
  }
}
