package dev.tollgate.bench.runtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's Runtime API for one function process, on 127.0.0.1. Plain sockets, because what the
 * stand-in costs is added to both sides of every ratio.
 */
public final class RuntimeApi implements AutoCloseable {
  private final ServerSocket server;
  private final BlockingQueue<Turn> turns = new LinkedBlockingQueue<>();
  private final CompletableFuture<Long> ready = new CompletableFuture<>();
  private final CompletableFuture<Long> checkpoint = new CompletableFuture<>();
  private final CompletableFuture<Boolean> restored = new CompletableFuture<>();
  private final CompletableFuture<Object> broken = new CompletableFuture<>();
  private volatile @Nullable Turn turn;

  private RuntimeApi(ServerSocket server) {
    this.server = server;
  }

  public static RuntimeApi start() throws IOException {
    ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    RuntimeApi api = new RuntimeApi(server);
    Thread.ofPlatform().daemon().name("runtime-api").start(api::accept);
    return api;
  }

  /** Host and port, as in the variable {@code AWS_LAMBDA_RUNTIME_API}. */
  public String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** Waits until the function is initialised, and says when it first asked for an event. */
  public long awaitReady(Duration patience) {
    return await(ready, patience);
  }

  /** Waits until the snapshot could be taken, and says when. */
  public long awaitCheckpoint(Duration patience) {
    return await(checkpoint, patience);
  }

  /** Tells the function that it was restored from its snapshot, and says when. */
  public long restore() {
    long now = System.nanoTime();
    restored.complete(true);
    return now;
  }

  /** Sends an event some times, each when the one before it has been answered. */
  public List<Exchange> send(String event, int times, Duration patience) {
    Turn asked = new Turn(event, times);
    turns.add(asked);
    return await(asked.done(), patience);
  }

  /** Ends all waiting: the function cannot answer any more. */
  public void fail(String reason) {
    broken.completeExceptionally(new FunctionBroken(reason));
  }

  @Override
  public void close() throws IOException {
    fail("The Runtime API was closed.");
    server.close();
  }

  Turn nextTurn() throws InterruptedException {
    ready.complete(System.nanoTime());
    Turn current = turn;
    if (current == null) {
      current = turns.take();
      turn = current;
    }
    return current;
  }

  void answered(boolean refused, String body) {
    long now = System.nanoTime();
    Turn current = turn;
    if (current != null && current.answered(now, refused, body)) {
      turn = null;
      current.finish();
    }
  }

  void awaitRestore() {
    checkpoint.complete(System.nanoTime());
    restored.join();
  }

  private <T> T await(CompletableFuture<T> wanted, Duration patience) {
    try {
      CompletableFuture.anyOf(wanted, broken).get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return wanted.resultNow();
    } catch (ExecutionException failure) {
      throw new FunctionBroken(String.valueOf(broken.exceptionNow().getMessage()));
    } catch (TimeoutException late) {
      throw new FunctionBroken("The function did nothing for " + patience.toSeconds() + " s.");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new FunctionBroken("Interrupted while waiting for the function.");
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        Thread.ofPlatform().daemon().name("runtime-client").start(new Connection(this, socket));
      } catch (IOException failure) {
        fail("No connection to the function: " + failure.getMessage());
      }
    }
  }
}
