package dev.tollgate.lambda.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer before it is encoded.
 *
 * @param headers by lower-case name
 * @param cookies whole {@code Set-Cookie} values
 * @param body a record that serde can write, bytes, a text, or nothing
 */
public record Response(
    int status, Map<String, String> headers, List<String> cookies, @Nullable Object body) {
  private static final String JSON = "application/json";

  public static Response ok(Object body) {
    return json(200, body);
  }

  public static Response created(Object body) {
    return json(201, body);
  }

  /** Taken, and answered the same whatever will come of it. */
  public static Response accepted() {
    return json(202, new Accepted("accepted"));
  }

  public static Response noContent() {
    return new Response(204, Map.of(), List.of(), null);
  }

  public static Response json(int status, Object body) {
    return new Response(status, Map.of("content-type", JSON), List.of(), body);
  }

  public static Response of(int status, String contentType, Object body) {
    return new Response(status, Map.of("content-type", contentType), List.of(), body);
  }

  public Response header(String lowerCaseName, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(lowerCaseName, value);
    return new Response(status, all, cookies, body);
  }

  public Response cookie(String setCookie) {
    List<String> all = new ArrayList<>(cookies);
    all.add(setCookie);
    return new Response(status, headers, all, body);
  }
}
