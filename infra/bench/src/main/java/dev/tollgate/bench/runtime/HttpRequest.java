package dev.tollgate.bench.runtime;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * One HTTP/1.1 request of the runtime client. Its bodies always come with a content length.
 *
 * @param method in capitals
 * @param path without a query, which the client never sends
 * @param body empty for a GET
 */
record HttpRequest(String method, String path, String body) {
  /** Reads the next request of a connection; nothing when the client has closed it. */
  static Optional<HttpRequest> read(BufferedInputStream in) throws IOException {
    Optional<String> first = line(in);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    String[] request = first.get().split(" ", -1);
    int length = 0;
    for (String header = line(in).orElse(""); !header.isEmpty(); header = line(in).orElse("")) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(header.indexOf(':') + 1).trim());
      }
    }
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return Optional.of(new HttpRequest(request[0], request[1], body));
  }

  private static Optional<String> line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return Optional.empty();
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return Optional.of(line.toString(StandardCharsets.ISO_8859_1));
  }
}
