package dev.tollgate.journeys;

import dev.tollgate.lambda.http.HttpDoor;
import dev.tollgate.lambda.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client of the API as the gateway sees it: every request is a whole event, every answer too. */
record Caller(HttpDoor door, String address, Map<String, String> headers) {
  private static final String PASSWORD = "correct horse battery";

  Caller(HttpDoor door) {
    this(door, "192.0.2.1", Map.of("user-agent", "test", "content-type", "application/json"));
  }

  Caller from(String newAddress) {
    return new Caller(door, newAddress, headers);
  }

  Caller through(HttpDoor other) {
    return new Caller(other, address, headers);
  }

  Caller with(String header, String value) {
    Map<String, String> all = new HashMap<>(headers);
    all.put(header, value);
    return new Caller(door, address, all);
  }

  Caller bearing(String accessToken) {
    return with("authorization", "Bearer " + accessToken);
  }

  Answer get(String path) {
    return send("GET", path, "");
  }

  Answer delete(String path) {
    return send("DELETE", path, "");
  }

  Answer delete(String path, Map<String, ?> body) {
    return send("DELETE", path, json(body));
  }

  Answer put(String path, Map<String, ?> body) {
    return send("PUT", path, json(body));
  }

  Answer post(String path, Map<String, ?> body) {
    return send("POST", path, json(body));
  }

  Answer post(String path, String body) {
    return send("POST", path, body);
  }

  Answer register(String email) {
    return post("/api/v1/auth/register", Map.of("email", email, "password", PASSWORD));
  }

  Answer logIn(String email) {
    return logIn(email, PASSWORD);
  }

  Answer logIn(String email, String password) {
    return post("/api/v1/auth/login", Map.of("email", email, "password", password));
  }

  Answer refresh(String refreshToken) {
    return post("/api/v1/auth/refresh", Map.of("refresh_token", refreshToken));
  }

  Answer verify(String token) {
    return post("/api/v1/auth/verify-email", Map.of("token", token));
  }

  private static String json(Map<String, ?> body) {
    return new String(Json.write(body), StandardCharsets.UTF_8);
  }

  private Answer send(String method, String path, String body) {
    int question = path.indexOf('?');
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("version", "2.0");
    event.put("rawPath", question < 0 ? path : path.substring(0, question));
    event.put("rawQueryString", question < 0 ? "" : path.substring(question + 1));
    event.put("headers", headers);
    event.put(
        "requestContext",
        Map.of(
            "http",
            Map.of("method", method, "path", path, "sourceIp", address, "userAgent", "test"),
            "requestId",
            "request-1",
            "stage",
            "$default"));
    event.put("body", body);
    event.put("isBase64Encoded", false);
    return Answer.read(invoke(Json.write(event)));
  }

  private byte[] invoke(byte[] event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      door.handleRequest(new ByteArrayInputStream(event), out, new NoContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
