package dev.tollgate.bench.cases;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Events of API Gateway's HTTP API, payload version 2.0. */
public final class HttpEvent {
  private static final String HOST = "api.example.com";

  private HttpEvent() {}

  public static String get(String path) {
    return event("GET", path).toString();
  }

  public static String post(String path, String json) {
    ObjectNode event = event("POST", path);
    event.withObject("/headers").put("content-type", "application/json");
    return event.put("body", json).toString();
  }

  private static ObjectNode event(String method, String path) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "2.0").put("routeKey", "$default");
    event.put("rawPath", path).put("rawQueryString", "");
    event
        .putObject("headers")
        .put("accept", "application/json")
        .put("host", HOST)
        .put("user-agent", "tollgate-bench")
        .put("x-amzn-trace-id", "Root=1-00000000-000000000000000000000000")
        .put("x-forwarded-for", "192.0.2.1")
        .put("x-forwarded-port", "443")
        .put("x-forwarded-proto", "https");
    ObjectNode context = event.putObject("requestContext");
    context.put("accountId", "000000000000").put("apiId", "bench");
    context.put("domainName", HOST).put("domainPrefix", "api");
    context
        .putObject("http")
        .put("method", method)
        .put("path", path)
        .put("protocol", "HTTP/1.1")
        .put("sourceIp", "192.0.2.1")
        .put("userAgent", "tollgate-bench");
    context.put("requestId", "bench-request").put("routeKey", "$default").put("stage", "$default");
    context.put("time", "01/Jan/2026:00:00:00 +0000").put("timeEpoch", 1767225600000L);
    return event.put("isBase64Encoded", false);
  }
}
