package dev.tollgate.testkit.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One running Chromium without a screen, with a profile of its own that goes when it closes. */
final class Chromium implements AutoCloseable {
  private static final String BINARY = "browser.binary";
  private static final int SECONDS_TO_STOP = 10;

  private final Process process;
  private final Path profile;

  private Chromium(Process process, Path profile) {
    this.process = process;
    this.profile = profile;
  }

  static Chromium start() {
    try {
      Path profile = Files.createTempDirectory("browser");
      ProcessBuilder command =
          new ProcessBuilder(
              System.getProperty(BINARY, "chromium"),
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
      command.redirectErrorStream(true);
      command.redirectOutput(profile.resolve("log.txt").toFile());
      return new Chromium(command.start(), profile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isRunning() {
    return process.isAlive();
  }

  /** The port it found free, which it writes into its profile. */
  int port() {
    Path file = profile.resolve("DevToolsActivePort");
    Patience.await(
        () -> Files.exists(file) && lines(file).size() >= 2, this::isRunning, () -> "the browser");
    return Integer.parseInt(lines(file).getFirst());
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    // Its children write into the profile too, and outlive it for a moment.
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    children.forEach(ProcessHandle::destroyForcibly);
    children.forEach(child -> child.onExit().join());
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
