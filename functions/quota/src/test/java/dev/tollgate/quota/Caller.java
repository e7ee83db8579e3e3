package dev.tollgate.quota;

import com.amazonaws.services.lambda.runtime.Context;
import dev.tollgate.core.identity.Role;
import dev.tollgate.lambda.http.HttpDoor;
import dev.tollgate.lambda.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A person at the door; every request is a whole event of the gateway's, every answer too. */
record Caller(HttpDoor door, Map<String, String> headers) {
  private static final Context NO_CONTEXT =
      (Context)
          Proxy.newProxyInstance(
              Caller.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (_, method, _) -> {
                throw new UnsupportedOperationException(method.getName());
              });

  /** What came back. */
  record Answer(int status, Map<?, ?> headers, String text) {
    Map<?, ?> body() {
      return (Map<?, ?>)
          Objects.requireNonNull(Json.read(text.getBytes(StandardCharsets.UTF_8)), "no body");
    }

    @Nullable Object field(String path) {
      Object value = body();
      for (String name : path.split("/", -1)) {
        value = ((Map<?, ?>) Objects.requireNonNull(value, path)).get(name);
      }
      return value;
    }

    String outcome() {
      return status + " " + body().get("error");
    }
  }

  Caller as(Role role) {
    return with("authorization", "Bearer " + role.wireName());
  }

  Caller with(String header, String value) {
    Map<String, String> all = new HashMap<>(headers);
    all.put(header, value);
    return new Caller(door, all);
  }

  Answer get(String path) {
    return send("GET", path, "");
  }

  Answer delete(String path) {
    return send("DELETE", path, "");
  }

  Answer post(String path, String body) {
    return send("POST", path, body);
  }

  Answer send(String method, String path, String body) {
    int question = path.indexOf('?');
    Map<String, Object> http = Map.of("method", method, "sourceIp", "192.0.2.1");
    Map<String, Object> event =
        Map.of(
            "rawPath",
            question < 0 ? path : path.substring(0, question),
            "rawQueryString",
            question < 0 ? "" : path.substring(question + 1),
            "headers",
            headers,
            "requestContext",
            Map.of("http", http, "requestId", "request-1"),
            "body",
            body);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      door.handleRequest(new ByteArrayInputStream(Json.write(event)), out, NO_CONTEXT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<?, ?> answer = (Map<?, ?>) Objects.requireNonNull(Json.read(out.toByteArray()));
    return new Answer(
        ((Long) Objects.requireNonNull(answer.get("statusCode"))).intValue(),
        (Map<?, ?>) Objects.requireNonNull(answer.get("headers")),
        String.valueOf(answer.get("body")));
  }
}
