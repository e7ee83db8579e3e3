package dev.tollgate.stripelocal.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * One window of a real browser, driven over its DevTools protocol: what a person does, by CSS
 * selectors. Needs Chromium on the path, or its file named by the system property {@code
 * browser.binary}. Each one has a profile of its own, gone when it closes.
 */
public final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final Path profile;
  private final HttpClient http = HttpClient.newHttpClient();
  private final DevTools page;

  private Browser(Process process, Path profile) {
    this.process = process;
    this.profile = profile;
    this.page = DevTools.connect(http, window(port()));
    page.send("Page.enable", Json.object());
  }

  public static Browser start() {
    try {
      Path profile = Files.createTempDirectory("browser");
      ProcessBuilder chromium =
          new ProcessBuilder(
              System.getProperty("browser.binary", "chromium"),
              "--headless=new",
              "--no-sandbox",
              "--disable-gpu",
              "--disable-dev-shm-usage",
              "--disable-quic",
              "--no-first-run",
              "--no-proxy-server",
              "--disable-background-networking",
              "--disable-component-update",
              "--disable-sync",
              "--disable-extensions",
              "--remote-debugging-address=127.0.0.1",
              "--remote-debugging-port=0",
              "--window-size=1200,900",
              "--user-data-dir=" + profile,
              "about:blank");
      chromium.redirectErrorStream(true);
      chromium.redirectOutput(profile.resolve("log.txt").toFile());
      return new Browser(chromium.start(), profile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The browser writes the port it found free into its profile. */
  private int port() {
    Path file = profile.resolve("DevToolsActivePort");
    await(() -> Files.exists(file) && lines(file).size() >= 2, "the browser to start");
    return Integer.parseInt(lines(file).getFirst());
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private URI window(int port) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new?about:blank"))
            .PUT(BodyPublishers.noBody())
            .build();
    try {
      JsonNode target = Json.read(http.send(request, BodyHandlers.ofString()).body());
      return URI.create(target.required("webSocketDebuggerUrl").textValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Goes to an address and waits until the page is whole. */
  public void open(String url) {
    JsonNode answer = page.send("Page.navigate", Json.object().put("url", url));
    if (answer.hasNonNull("errorText")) {
      throw new AssertionError(url + ": " + answer.path("errorText").asText());
    }
    await(
        () -> isTrue("location.href !== 'about:blank' && document.readyState === 'complete'"), url);
  }

  /** A phone's window, or a desktop's. */
  public void resize(int width, int height) {
    page.send(
        "Emulation.setDeviceMetricsOverride",
        Json.object()
            .put("width", width)
            .put("height", height)
            .put("deviceScaleFactor", 1)
            .put("mobile", width < 600));
  }

  /** Types into a field, in the place of what stood there. */
  public void fill(String selector, String text) {
    waitFor(selector);
    evaluate("(e => { e.focus(); e.select(); })(document.querySelector(" + quoted(selector) + "))");
    page.send("Input.insertText", Json.object().put("text", text));
  }

  /** Chooses an option by its value. */
  public void choose(String selector, String value) {
    waitFor(selector);
    evaluate(
        "(e => { e.value = %s; e.dispatchEvent(new Event('change', {bubbles: true})); })(document.querySelector(%s))"
            .formatted(quoted(value), quoted(selector)));
  }

  /** Clicks with the mouse where the element is; what follows may be another page. */
  public void click(String selector) {
    waitFor(selector);
    JsonNode at =
        evaluate(
            """
            (e => { e.scrollIntoView({block: 'center'}); const r = e.getBoundingClientRect();
              return {x: r.x + r.width / 2, y: r.y + r.height / 2}; })(document.querySelector(%s))
            """
                .formatted(quoted(selector)));
    for (String type : new String[] {"mousePressed", "mouseReleased"}) {
      ObjectNode event = Json.object().put("type", type).put("button", "left").put("clickCount", 1);
      event.set("x", at.required("x"));
      event.set("y", at.required("y"));
      page.send("Input.dispatchMouseEvent", event);
    }
  }

  /** What a person reads in the element. */
  public String text(String selector) {
    waitFor(selector);
    return evaluate("document.querySelector(" + quoted(selector) + ").innerText").asText();
  }

  public boolean has(String selector) {
    return isTrue("document.querySelector(" + quoted(selector) + ") !== null");
  }

  /** Waits for an element, at most half a minute. */
  public void waitFor(String selector) {
    await(() -> has(selector), selector + " on " + url());
  }

  /** Waits until the window is at an address that contains the text, and the page is whole. */
  public void waitForUrl(String part) {
    await(
        () -> url().contains(part) && isTrue("document.readyState === 'complete'"),
        "the address " + part);
  }

  public String url() {
    return evaluate("location.href").asText();
  }

  /** Whether the page is wider than its window. */
  public boolean scrollsSideways() {
    return isTrue("document.documentElement.scrollWidth > window.innerWidth");
  }

  /** A picture of the window, PNG. */
  public byte[] screenshot() {
    return Base64.getDecoder()
        .decode(page.send("Page.captureScreenshot", Json.object()).path("data").asText());
  }

  /** The value of a JavaScript expression in the page. */
  public JsonNode evaluate(String expression) {
    ObjectNode params = Json.object().put("expression", expression).put("returnByValue", true);
    JsonNode answer = page.send("Runtime.evaluate", params);
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.path("exceptionDetails"));
    }
    return answer.path("result").path("value");
  }

  private boolean isTrue(String expression) {
    try {
      return evaluate(expression).asBoolean();
    } catch (AssertionError e) {
      return false; // the page is being replaced by another
    }
  }

  private static String quoted(String text) {
    return Json.compact(Json.object().textNode(text));
  }

  private void await(BooleanSupplier wanted, String what) {
    Instant deadline = InstantSource.system().instant().plus(PATIENCE);
    while (!wanted.getAsBoolean()) {
      if (InstantSource.system().instant().isAfter(deadline) || !process.isAlive()) {
        throw new AssertionError("waited in vain for " + what);
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  @Override
  public void close() throws IOException {
    page.close();
    http.close();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
