package dev.tollgate.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;

/**
 * One question, the same at every attempt.
 *
 * @param path below {@code /api/v1}
 */
record Ask(String method, String path, Optional<Map<String, Object>> body) {
  static Ask get(String path) {
    return new Ask("GET", path, Optional.empty());
  }

  static Ask post(String path, Map<String, Object> body) {
    return new Ask("POST", path, Optional.of(body));
  }

  static Ask delete(String path) {
    return new Ask("DELETE", path, Optional.empty());
  }

  HttpRequest request(Settings settings) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(settings.base() + "/api/v1" + path))
            .timeout(settings.timeout())
            .header("X-API-Key", settings.key().reveal())
            .header("Accept", "application/json, application/problem+json")
            .header("User-Agent", "tollgate-client");
    body.ifPresent(_ -> request.header("Content-Type", "application/json"));
    return request.method(method, publisher()).build();
  }

  private BodyPublisher publisher() {
    return body.map(fields -> BodyPublishers.ofByteArray(Json.write(fields)))
        .orElseGet(BodyPublishers::noBody);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
