package dev.tollgate.lambda.http;

import dev.tollgate.core.kernel.Violation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as the client sees it (RFC 9457), with a code of ours that stays the same while words
 * may change. It shows no class, no trace and nothing that was sent.
 */
public record Problem(
    int status, String error, String title, String detail, Map<String, @Nullable Object> members) {

  public static Problem of(int status, String error, String title, String detail) {
    return new Problem(status, error, title, detail, new LinkedHashMap<>());
  }

  public static Problem invalid(List<Violation> violations) {
    List<Map<String, Object>> list =
        violations.stream()
            .map(
                violation ->
                    Map.<String, Object>of(
                        "field", violation.field(), "message", violation.message()))
            .toList();
    return of(
            422,
            "validation_failed",
            "Some fields are not right",
            violations.getFirst().field() + " " + violations.getFirst().message() + ".")
        .with("violations", list);
  }

  public static Problem malformed(String detail) {
    return of(400, "malformed_request", "The request cannot be read", detail);
  }

  public static Problem unauthenticated() {
    return of(
        401,
        "unauthenticated",
        "Who are you?",
        "This needs a valid access token; log in or refresh.");
  }

  public static Problem notFound() {
    return of(404, "not_found", "Not found", "There is nothing here, or nothing that is yours.");
  }

  public static Problem rateLimited(Duration retryAfter) {
    return of(
            429,
            "rate_limited",
            "Too many requests",
            "Please wait " + seconds(retryAfter) + " seconds and try again.")
        .with("retry_after_seconds", seconds(retryAfter));
  }

  public static Problem unavailable() {
    return of(
        503,
        "temporarily_unavailable",
        "Temporarily unavailable",
        "Nothing is known to have changed; please try again.");
  }

  static Problem internal() {
    return of(
        500,
        "internal_error",
        "Something broke on our side",
        "The request id helps us to find out what.");
  }

  public Problem with(String member, @Nullable Object value) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(members);
    all.put(member, value);
    return new Problem(status, error, title, detail, all);
  }

  public Response response() {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("type", "urn:tollgate:problem:" + error);
    body.put("title", title);
    body.put("status", status);
    body.put("detail", detail);
    body.put("error", error);
    body.putAll(members);
    Response response = Response.of(status, "application/problem+json", body);
    return switch (members.get("retry_after_seconds")) {
      case Long wait -> response.header("retry-after", wait.toString());
      case null, default ->
          status == 401 ? response.header("www-authenticate", "Bearer") : response;
    };
  }

  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }
}
