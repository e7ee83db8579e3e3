package dev.tollgate.testkit.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * One window of a real browser and what a person does in it; elements are named by CSS selectors
 * and awaited for at most half a minute, then it is an {@link AssertionError}. Needs Chromium on
 * the path, or its file named by the system property {@code browser.binary}.
 */
public final class Browser implements AutoCloseable {
  private static final String PICTURES = "browser.pictures";
  private static final int WIDEST_PHONE = 600;

  private final Chromium chromium;
  private final DevTools page;

  private Browser(Chromium chromium) {
    this.chromium = chromium;
    this.page = DevTools.openWindow(chromium.port());
    page.send("Page.enable", DevTools.object());
  }

  /** Starts a browser that shares nothing with any other. */
  public static Browser start() {
    Chromium chromium = Chromium.start();
    boolean started = false;
    try {
      Browser browser = new Browser(chromium);
      started = true;
      return browser;
    } finally {
      if (!started) {
        chromium.close();
      }
    }
  }

  /** Goes to an address and waits until the page is whole. */
  public void open(String url) {
    JsonNode answer = page.send("Page.navigate", DevTools.object().put("url", url));
    if (answer.hasNonNull("errorText")) {
      throw new AssertionError(url + ": " + answer.path("errorText").asText());
    }
    await(
        () -> isTrue("location.href !== 'about:blank' && document.readyState === 'complete'"), url);
  }

  /** A phone's window, or a desktop's, in CSS pixels. */
  public void resize(int width, int height) {
    page.send(
        "Emulation.setDeviceMetricsOverride",
        DevTools.object()
            .put("width", width)
            .put("height", height)
            .put("deviceScaleFactor", 1)
            .put("mobile", width < WIDEST_PHONE));
  }

  /** Types into a field, in the place of what stood there. */
  public void fill(String selector, String text) {
    waitFor(selector);
    evaluate("(e => { e.focus(); e.select(); })(%s)".formatted(element(selector)));
    page.send("Input.insertText", DevTools.object().put("text", text));
  }

  /** Chooses an option by its value. */
  public void choose(String selector, String value) {
    waitFor(selector);
    evaluate(
        "(e => { e.value = %s; e.dispatchEvent(new Event('change', {bubbles: true})); })(%s)"
            .formatted(quoted(value), element(selector)));
  }

  /** Clicks with the mouse where the element is; what follows may be another page. */
  public void click(String selector) {
    waitFor(selector);
    JsonNode at =
        evaluate(
            """
            (e => { e.scrollIntoView({block: 'center'}); const r = e.getBoundingClientRect();
              return {x: r.x + r.width / 2, y: r.y + r.height / 2}; })(%s)
            """
                .formatted(element(selector)));
    for (String type : List.of("mousePressed", "mouseReleased")) {
      ObjectNode event = DevTools.object().put("type", type).put("button", "left");
      event.put("clickCount", 1);
      event.set("x", at.required("x"));
      event.set("y", at.required("y"));
      page.send("Input.dispatchMouseEvent", event);
    }
  }

  /** What a person reads in the element. */
  public String text(String selector) {
    waitFor(selector);
    return evaluate(element(selector) + ".innerText").asText();
  }

  /** What a person reads in each of the elements, in the page's order. */
  public List<String> texts(String selector) {
    waitFor(selector);
    List<String> texts = new ArrayList<>();
    evaluate("[...document.querySelectorAll(%s)].map(e => e.innerText)".formatted(quoted(selector)))
        .forEach(text -> texts.add(text.asText()));
    return List.copyOf(texts);
  }

  public boolean has(String selector) {
    return isTrue(element(selector) + " !== null");
  }

  public void waitFor(String selector) {
    await(() -> has(selector), selector + " on " + url());
  }

  /** Waits until a person can read the text in the element. */
  public void waitForText(String selector, String text) {
    await(
        () -> isTrue("%s.innerText.includes(%s)".formatted(element(selector), quoted(text))),
        "“" + text + "” in " + selector);
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

  /** Keeps a picture of the whole page where {@code -Dbrowser.pictures=<folder>} asks for it. */
  public void picture(String name) {
    String folder = System.getProperty(PICTURES, "");
    if (folder.isEmpty()) {
      return;
    }
    JsonNode size = page.send("Page.getLayoutMetrics", DevTools.object()).path("cssContentSize");
    ObjectNode whole = DevTools.object().put("captureBeyondViewport", true);
    whole.putObject("clip").put("scale", 1).setAll((ObjectNode) size);
    String png = page.send("Page.captureScreenshot", whole).path("data").asText();
    try {
      Path file = Files.createDirectories(Path.of(folder)).resolve(name + ".png");
      Files.write(file, Base64.getDecoder().decode(png));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value of a JavaScript expression in the page. */
  public JsonNode evaluate(String expression) {
    ObjectNode params = DevTools.object().put("expression", expression).put("returnByValue", true);
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

  private static String element(String selector) {
    return "document.querySelector(" + quoted(selector) + ")";
  }

  private static String quoted(String text) {
    return DevTools.quoted(text);
  }

  private void await(BooleanSupplier wanted, String what) {
    Patience.await(wanted, chromium::isRunning, () -> what);
  }

  @Override
  public void close() {
    page.close();
    chromium.close();
  }
}
