package dev.tollgate.local.gateway;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.testkit.servers.LocalAws;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes an HTTP request as API Gateway's event, payload format 2.0. */
final class GatewayEvent {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DateTimeFormatter CLF =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);
  private static final Set<String> WRITTEN_BY_GATEWAY =
      Set.of("cookie", "host", "x-forwarded-for", "x-forwarded-port", "x-forwarded-proto");

  private final String authority;

  /**
   * @param authority the gateway's own host and port; no header of a client changes it
   */
  GatewayEvent(String authority) {
    this.authority = authority;
  }

  byte[] write(Incoming request, RouteTable.Match match, String requestId, Instant now) {
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "2.0");
    event.put("routeKey", match.route().key());
    event.put("rawPath", request.rawPath());
    event.put("rawQueryString", request.rawQuery());
    List<String> cookies = cookies(request);
    if (!cookies.isEmpty()) {
      cookies.forEach(event.putArray("cookies")::add);
    }
    ObjectNode headers = event.putObject("headers");
    headers(request).forEach(headers::put);
    Map<String, String> query = query(request.rawQuery());
    if (!query.isEmpty()) {
      query.forEach(event.putObject("queryStringParameters")::put);
    }
    context(event.putObject("requestContext"), request, match, requestId, now);
    if (!match.parameters().isEmpty()) {
      match.parameters().forEach(event.putObject("pathParameters")::put);
    }
    body(event, request);
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, String> headers(Incoming request) {
    Map<String, String> headers = new LinkedHashMap<>();
    request.headers().keySet().stream()
        .filter(name -> !WRITTEN_BY_GATEWAY.contains(name))
        .forEach(name -> headers.put(name, request.header(name)));
    headers.put("host", authority);
    String forwarded = request.header("x-forwarded-for");
    headers.put(
        "x-forwarded-for",
        forwarded.isEmpty() ? request.sourceIp() : forwarded + ", " + request.sourceIp());
    headers.put("x-forwarded-port", authority.substring(authority.lastIndexOf(':') + 1));
    headers.put("x-forwarded-proto", "http");
    return headers;
  }

  private void context(
      ObjectNode context, Incoming request, RouteTable.Match match, String requestId, Instant now) {
    context.put("accountId", LocalAws.ACCOUNT);
    context.put("apiId", "local");
    context.put("domainName", authority);
    context.put("domainPrefix", "local");
    context
        .putObject("http")
        .put("method", request.method())
        .put("path", PathPattern.decode(request.rawPath()))
        .put("protocol", request.protocol())
        .put("sourceIp", request.sourceIp())
        .put("userAgent", request.header("user-agent"));
    context.put("requestId", requestId);
    context.put("routeKey", match.route().key());
    context.put("stage", "$default");
    context.put("time", CLF.format(now.atOffset(ZoneOffset.UTC)));
    context.put("timeEpoch", now.toEpochMilli());
  }

  private static List<String> cookies(Incoming request) {
    return request.headers().getOrDefault("cookie", List.of()).stream()
        .flatMap(header -> Arrays.stream(header.split(";", -1)))
        .map(String::strip)
        .filter(cookie -> !cookie.isEmpty())
        .toList();
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (!pair.isEmpty()) {
        values.merge(form(name), form(value), (first, next) -> first + "," + next);
      }
    }
    return values;
  }

  /** Escapes that are none stay as they are, so that a request never fails here. */
  private static String form(String escaped) {
    try {
      return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return escaped;
    }
  }

  private static void body(ObjectNode event, Incoming request) {
    Optional<String> text = isText(request) ? utf8(request.body()) : Optional.empty();
    if (request.body().length > 0) {
      event.put("body", text.orElseGet(() -> Base64.getEncoder().encodeToString(request.body())));
    }
    event.put("isBase64Encoded", request.body().length > 0 && text.isEmpty());
  }

  private static boolean isText(Incoming request) {
    String type = request.header("content-type").toLowerCase(Locale.ROOT);
    return request.header("content-encoding").isEmpty()
        && (type.startsWith("text/")
            || type.contains("json")
            || type.contains("xml")
            || type.contains("javascript")
            || type.startsWith("application/x-www-form-urlencoded"));
  }

  /** Empty for bytes that are no UTF-8: they go in base 64 rather than get lost. */
  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
