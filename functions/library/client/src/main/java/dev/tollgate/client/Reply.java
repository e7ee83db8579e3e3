package dev.tollgate.client;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;

/**
 * What came back from whoever answers at Tollgate's address.
 *
 * @param mediaType without parameters, in lower case; empty text if none is given
 */
record Reply(
    int status, String mediaType, Optional<String> retryAfter, String request, byte[] body) {

  static Reply of(HttpResponse<byte[]> response) {
    String type = response.headers().firstValue("content-type").orElse("");
    return new Reply(
        response.statusCode(),
        type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT),
        response.headers().firstValue("retry-after"),
        response.headers().firstValue("x-request-id").orElse("unknown"),
        response.body());
  }

  /** Whether the same question may well be answered a little later. */
  boolean isTemporary() {
    return switch (status) {
      case 429, 502, 503, 504 -> true;
      default -> false;
    };
  }

  /** Throws {@link Unreadable}. */
  Fields fields() {
    return read("application/json");
  }

  /** Throws {@link Unreadable}. */
  Problem problem() {
    if (status < 400 || status > 499) {
      throw new Unreadable("this status is no answer to that");
    }
    return new Problem(status, read("application/problem+json"));
  }

  private Fields read(String expected) {
    if (!mediaType.equals(expected)) {
      throw new Unreadable("this is not " + expected);
    }
    return Fields.of(Json.read(body));
  }

  @Override
  public String toString() {
    return "status " + status + ", request " + request;
  }
}
