package dev.tollgate.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what a function returned, payload format 2.0. */
final class FunctionAnswer {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LEAST_STATUS = 200;
  private static final int MOST_STATUS = 599;

  private FunctionAnswer() {}

  /** Empty for what API Gateway would not understand either. */
  static Optional<Outgoing> read(byte[] bytes) {
    JsonNode answer;
    try {
      answer = JSON.readTree(bytes);
    } catch (IOException e) {
      return Optional.empty();
    }
    if (!answer.has("statusCode")) {
      // Format 2.0's shorthand: the whole answer is the body.
      return bytes.length == 0
          ? Optional.empty()
          : Optional.of(
              Outgoing.json(
                  200,
                  "application/json",
                  answer.isTextual() ? answer.asText() : answer.toString()));
    }
    int status = answer.path("statusCode").asInt(0);
    if (status < LEAST_STATUS || status > MOST_STATUS) {
      return Optional.empty();
    }
    return body(answer)
        .map(body -> new Outgoing(status, headers(answer, body), cookies(answer), body));
  }

  private static Map<String, String> headers(JsonNode answer, byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    answer
        .path("headers")
        .properties()
        .forEach(h -> headers.put(h.getKey().toLowerCase(Locale.ROOT), h.getValue().asText()));
    if (body.length > 0) {
      headers.putIfAbsent("content-type", "text/plain;charset=UTF-8");
    }
    return headers;
  }

  private static List<String> cookies(JsonNode answer) {
    List<String> cookies = new ArrayList<>();
    answer.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
    return cookies;
  }

  private static Optional<byte[]> body(JsonNode answer) {
    JsonNode body = answer.path("body");
    String text = body.isTextual() ? body.asText() : body.isContainerNode() ? body.toString() : "";
    if (!answer.path("isBase64Encoded").asBoolean(false)) {
      return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
