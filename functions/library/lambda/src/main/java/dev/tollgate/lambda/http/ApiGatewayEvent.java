package dev.tollgate.lambda.http;

import dev.tollgate.core.kernel.Client;
import dev.tollgate.lambda.json.Json;
import dev.tollgate.lambda.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * API Gateway's HTTP event, payload format 2.0, read into a {@link Request}. The source address is
 * the gateway's own observation; no header is believed about it.
 */
final class ApiGatewayEvent {
  private ApiGatewayEvent() {}

  /** Throws {@link MalformedJson} for what is no such event: then something else has invoked us. */
  static Request read(byte[] bytes) {
    Map<?, ?> event = object(Json.read(bytes), "an event");
    Map<?, ?> context = object(event.get("requestContext"), "requestContext");
    Map<?, ?> http = object(context.get("http"), "requestContext.http");
    Map<String, String> headers = headers(event.get("headers"));
    String path = withoutStage(text(event.get("rawPath")).orElse("/"), context);
    return new Request(
        text(http.get("method")).orElse("GET").toUpperCase(Locale.ROOT),
        Urls.decode(path),
        Urls.segments(path),
        Urls.query(text(event.get("rawQueryString")).orElse("")),
        headers,
        cookies(event.get("cookies"), headers.get("cookie")),
        body(event),
        new Client(
            text(http.get("sourceIp")).orElse("unknown"),
            headers.getOrDefault("user-agent", text(http.get("userAgent")).orElse(""))),
        text(context.get("requestId")).orElse("none"));
  }

  private static String withoutStage(String path, Map<?, ?> context) {
    String stage = text(context.get("stage")).orElse("$default");
    String prefix = "/" + stage;
    if (stage.equals("$default") || !(path.equals(prefix) || path.startsWith(prefix + "/"))) {
      return path;
    }
    return path.length() == prefix.length() ? "/" : path.substring(prefix.length());
  }

  private static Map<String, String> headers(@Nullable Object value) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> given) {
      given.forEach(
          (name, content) ->
              headers.put(String.valueOf(name).toLowerCase(Locale.ROOT), String.valueOf(content)));
    }
    return headers;
  }

  /** The gateway moves cookies out of the headers; other callers of this format may not. */
  private static Map<String, String> cookies(@Nullable Object list, @Nullable String header) {
    List<String> pairs = new ArrayList<>();
    if (list instanceof List<?> given) {
      given.forEach(pair -> pairs.add(String.valueOf(pair)));
    } else if (header != null) {
      pairs.addAll(List.of(header.split(";")));
    }
    Map<String, String> cookies = new LinkedHashMap<>();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        cookies.putIfAbsent(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
      }
    }
    return cookies;
  }

  private static byte[] body(Map<?, ?> event) {
    String body = text(event.get("body")).orElse("");
    if (!Boolean.TRUE.equals(event.get("isBase64Encoded"))) {
      return body.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(body);
    } catch (IllegalArgumentException e) {
      throw new MalformedJson("the event's body is not base 64");
    }
  }

  private static Map<?, ?> object(@Nullable Object value, String what) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new MalformedJson("there is no " + what);
  }

  private static Optional<String> text(@Nullable Object value) {
    return value instanceof String text ? Optional.of(text) : Optional.empty();
  }
}
