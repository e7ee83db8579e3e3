package dev.tollgate.lambda.http;

import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as API Gateway's payload format 2.0 gives it, with everything decoded once.
 *
 * @param path decoded, without the stage's prefix
 * @param segments the path's parts, each decoded by itself, so that an escaped slash stays inside
 *     one
 * @param query decoded values in the order they came; repeats are kept, commas are not special
 * @param headers by lower-case name
 * @param cookies by name; of repeated ones the first
 */
public record Request(
    String method,
    String path,
    List<String> segments,
    Map<String, List<String>> query,
    Map<String, String> headers,
    Map<String, String> cookies,
    byte[] body,
    Client client,
    String requestId) {

  public Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  /** The first value of the parameter. */
  public Optional<String> queryValue(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** The client's idempotency key, as it wrote it. */
  public Optional<String> idempotencyKey() {
    return header("idempotency-key").map(String::strip).filter(key -> !key.isEmpty());
  }

  /** Stands for idempotency key and body together: the same request again, and nothing else. */
  public Optional<Fingerprint> idempotentRequest() {
    return idempotencyKey().map(key -> Fingerprint.of(sealedBy(key)));
  }

  /** What only somebody who sent this request under this key knows. */
  String sealedBy(String key) {
    return key + "\n" + new String(body, StandardCharsets.UTF_8);
  }

  /** The credentials of {@code Authorization: Bearer}, whatever they are. */
  public Optional<String> bearerToken() {
    return header("authorization")
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(value -> value.substring(7).strip());
  }
}
