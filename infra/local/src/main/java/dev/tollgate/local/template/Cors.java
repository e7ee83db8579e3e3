package dev.tollgate.local.template;

import java.util.List;

/** The CorsConfiguration of the HTTP API; with no origins there is none. */
public record Cors(
    List<String> origins,
    List<String> methods,
    List<String> headers,
    List<String> exposed,
    int maxAgeSeconds,
    boolean credentials) {
  public static final Cors NONE = new Cors(List.of(), List.of(), List.of(), List.of(), 0, false);

  public boolean configured() {
    return !origins.isEmpty();
  }
}
