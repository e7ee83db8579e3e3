package dev.tollgate.stripelocal.pages;

import dev.tollgate.stripelocal.wire.PageAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The frame and the look of hosted pages: one file each, nothing loaded from elsewhere, no script.
 */
public final class Html {
  private static final String STYLE = resource("style.css");

  private Html() {}

  /** Text as it stands in HTML, also between quotes; null is nothing. */
  public static String text(@Nullable String text) {
    return text == null
        ? ""
        : text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;");
  }

  /**
   * A whole page.
   *
   * @param title as text, escaped here
   * @param body as HTML, inside {@code main}
   */
  public static PageAnswer page(int status, String title, String body) {
    return frame(status, title, "<main>" + body + "</main>");
  }

  /** A page of one narrow column. */
  public static PageAnswer narrow(int status, String title, String body) {
    return frame(status, title, "<main class=\"narrow\">" + body + "</main>");
  }

  /** A box that says that something went wrong; nothing for null. */
  public static String error(@Nullable String message) {
    return message == null ? "" : "<div class=\"error\" role=\"alert\">" + text(message) + "</div>";
  }

  private static PageAnswer frame(int status, String title, String main) {
    String html =
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <link rel="icon" href="data:,">
        <title>%s</title>
        <style>%s</style>
        </head>
        <body>
        <div class="test">TEST MODE: a local stand-in, no money moves</div>
        %s
        </body>
        </html>
        """
            .formatted(text(title), STYLE, main);
    return new PageAnswer(
        status,
        Map.of(
            "Content-Type",
            "text/html; charset=utf-8",
            "Cache-Control",
            "no-store",
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
                + " frame-ancestors 'none'"),
        html.getBytes(StandardCharsets.UTF_8));
  }

  private static String resource(String name) {
    try (InputStream in = Html.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
