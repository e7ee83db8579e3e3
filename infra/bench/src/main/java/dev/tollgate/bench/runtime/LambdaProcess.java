package dev.tollgate.bench.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A function in a process of its own. It ends with this object, or with this JVM. */
public final class LambdaProcess implements AutoCloseable {
  /** Long enough for a machine that is busy with other things; nothing is measured by it. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final RuntimeApi api;
  private final Process process;
  private final long startedAt;
  private final Path output;
  private final Thread endWithUs;
  private final CompletableFuture<Void> ended;

  private LambdaProcess(RuntimeApi api, Process process, long startedAt, Path output) {
    this.api = api;
    this.process = process;
    this.startedAt = startedAt;
    this.output = output;
    this.endWithUs = new Thread(process::destroyForcibly);
    this.ended = process.onExit().thenAccept(it -> api.fail("It ended with " + it.exitValue()));
  }

  public static LambdaProcess start(Launch launch) throws IOException {
    Path output = Files.createTempFile("function", ".log");
    RuntimeApi api = RuntimeApi.start();
    ProcessBuilder builder =
        new ProcessBuilder(launch.command())
            .directory(launch.function().taskRoot().toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().clear();
    builder.environment().putAll(launch.variables(api.address()));
    long startedAt = System.nanoTime();
    LambdaProcess started = new LambdaProcess(api, builder.start(), startedAt, output);
    Runtime.getRuntime().addShutdownHook(started.endWithUs);
    return started;
  }

  /** When the process was asked for, by {@link System#nanoTime()}. */
  public long startedAt() {
    return startedAt;
  }

  /** When the function was initialised. */
  public long awaitReady() throws IOException {
    try {
      return api.awaitReady(PATIENCE);
    } catch (FunctionBroken broken) {
      throw explained(broken);
    }
  }

  /** When the function was ready for its snapshot. */
  public long awaitCheckpoint() throws IOException {
    try {
      return api.awaitCheckpoint(PATIENCE);
    } catch (FunctionBroken broken) {
      throw explained(broken);
    }
  }

  /** Lets the function go on as after a restore, and says when. */
  public long restore() {
    return api.restore();
  }

  public Exchange send(String event) throws IOException {
    return send(event, 1).getFirst();
  }

  public List<Exchange> send(String event, int times) throws IOException {
    try {
      return api.send(event, times, PATIENCE.plusSeconds(times));
    } catch (FunctionBroken broken) {
      throw explained(broken);
    }
  }

  public Footprint footprint() throws IOException {
    return Footprint.of(process.pid());
  }

  public boolean alive() {
    return process.isAlive();
  }

  /** All that the function has printed. */
  public String output() throws IOException {
    return Files.readString(output);
  }

  /** Asks the process to end, as Lambda does (SIGTERM), and waits until it has. */
  public void terminate() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new FunctionBroken("It did not end within " + PATIENCE.toSeconds() + " s.");
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    ended.join();
    Runtime.getRuntime().removeShutdownHook(endWithUs);
    api.close();
    Files.deleteIfExists(output);
  }

  private FunctionBroken explained(FunctionBroken broken) throws IOException {
    return new FunctionBroken(broken.getMessage() + "\nIt printed:\n" + output());
  }
}
