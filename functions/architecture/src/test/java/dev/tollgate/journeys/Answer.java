package dev.tollgate.journeys;

import dev.tollgate.lambda.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the API answered. */
record Answer(int status, Map<?, ?> headers, String text) {

  static Answer read(byte[] bytes) {
    Map<?, ?> answer = (Map<?, ?>) Json.read(bytes);
    return new Answer(
        ((Long) answer.get("statusCode")).intValue(),
        (Map<?, ?>) answer.get("headers"),
        (String) answer.get("body"));
  }

  @SuppressWarnings("unchecked") // every body of ours is an object
  Map<String, Object> body() {
    return (Map<String, Object>) Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  String text(String field) {
    return String.valueOf(body().get(field));
  }

  /** The contract's code of an error. */
  String error() {
    return text("error");
  }

  String accessToken() {
    return text("access_token");
  }

  String refreshToken() {
    return text("refresh_token");
  }
}
