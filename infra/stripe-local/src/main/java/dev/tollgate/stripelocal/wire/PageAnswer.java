package dev.tollgate.stripelocal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.stripelocal.ledger.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a page answers. */
public record PageAnswer(int status, Map<String, String> headers, byte[] body) {
  public static PageAnswer html(String html) {
    return html(200, html);
  }

  public static PageAnswer html(int status, String html) {
    return text(status, "text/html; charset=utf-8", html);
  }

  public static PageAnswer json(JsonNode node) {
    return json(200, node);
  }

  public static PageAnswer json(int status, JsonNode node) {
    return text(status, "application/json", Json.pretty(node));
  }

  /** After a form: the browser reads the target with GET. */
  public static PageAnswer redirect(URI target) {
    return new PageAnswer(303, Map.of("Location", target.toString()), new byte[0]);
  }

  public static PageAnswer redirect(String target) {
    return redirect(URI.create(target));
  }

  private static PageAnswer text(int status, String type, String text) {
    return new PageAnswer(
        status, Map.of("Content-Type", type), text.getBytes(StandardCharsets.UTF_8));
  }
}
