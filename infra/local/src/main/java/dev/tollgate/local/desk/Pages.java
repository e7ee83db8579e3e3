package dev.tollgate.local.desk;

import dev.tollgate.local.gateway.Outgoing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of the page for people. What is not named here is not served. */
final class Pages {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";

  /** Nothing from elsewhere, and mails, shown in a sandbox, may show pictures. */
  private static final String POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src * data:; frame-ancestors"
          + " 'none'";

  private record File(String name, String type) {}

  private static final Map<String, File> FILES =
      Map.ofEntries(
          Map.entry("/_local", new File("desk.html", HTML)),
          Map.entry("/_local/assets/desk.css", new File("desk.css", STYLE)),
          Map.entry("/_local/assets/desk.js", new File("desk.js", SCRIPT)),
          Map.entry("/_local/assets/app.js", new File("app.js", SCRIPT)),
          Map.entry("/_local/assets/billing.css", new File("billing.css", STYLE)),
          Map.entry("/_local/assets/billing.js", new File("billing.js", SCRIPT)),
          Map.entry("/_local/assets/billing-parts.js", new File("billing-parts.js", SCRIPT)),
          Map.entry("/_local/assets/api.js", new File("api.js", SCRIPT)),
          Map.entry("/_local/assets/dom.js", new File("dom.js", SCRIPT)),
          Map.entry("/_local/assets/words.js", new File("words.js", SCRIPT)),
          Map.entry("/_local/assets/previews.js", new File("previews.js", SCRIPT)),
          Map.entry("/_local/app/previews", new File("previews.html", HTML)),
          Map.entry("/_local/app/billing", new File("billing.html", HTML)),
          Map.entry("/_local/app/verify-email", new File("verify-email.html", HTML)),
          Map.entry("/_local/app/reset-password", new File("reset-password.html", HTML)));

  private Pages() {}

  static Optional<Outgoing> find(String path) {
    return Optional.ofNullable(FILES.get(path)).map(Pages::read);
  }

  private static Outgoing read(File file) {
    try (InputStream in = Pages.class.getResourceAsStream(file.name())) {
      if (in == null) {
        throw new IllegalStateException("the page " + file.name() + " is missing");
      }
      Map<String, String> headers =
          Map.of(
              "content-type", file.type(),
              "cache-control", "no-store",
              "content-security-policy", POLICY,
              "referrer-policy", "no-referrer",
              "x-content-type-options", "nosniff");
      return new Outgoing(200, headers, List.of(), in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
