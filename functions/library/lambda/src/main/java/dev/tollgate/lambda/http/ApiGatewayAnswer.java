package dev.tollgate.lambda.http;

import dev.tollgate.lambda.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link Response} written as payload format 2.0: cookies apart, binary bodies in base 64. */
final class ApiGatewayAnswer {
  private ApiGatewayAnswer() {}

  /**
   * @param body the encoded body
   */
  static byte[] write(Response response, byte[] body) {
    boolean text = isText(response.headers().getOrDefault("content-type", "text/plain"), response);
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("statusCode", response.status());
    answer.put("headers", response.headers());
    if (!response.cookies().isEmpty()) {
      answer.put("cookies", response.cookies());
    }
    answer.put(
        "body",
        text ? new String(body, StandardCharsets.UTF_8) : Base64.getEncoder().encodeToString(body));
    answer.put("isBase64Encoded", !text);
    return Json.write(answer);
  }

  private static boolean isText(String contentType, Response response) {
    if (response.headers().containsKey("content-encoding")) {
      return false;
    }
    String type = contentType.toLowerCase(Locale.ROOT);
    return type.startsWith("text/")
        || type.contains("json")
        || type.contains("xml")
        || type.contains("javascript");
  }
}
