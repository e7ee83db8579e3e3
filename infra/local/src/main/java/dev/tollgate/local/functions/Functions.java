package dev.tollgate.local.functions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.tollgate.local.template.FunctionDefinition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLClassLoader;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Invokes loaded functions. Lambda gives each invocation an instance of its own at a time; here one
 * instance serves all at once, which asks more of its thread safety, never less.
 */
public final class Functions implements AutoCloseable {
  static final String VERSION = "1";

  private final Map<String, RequestStreamHandler> handlers;
  private final Activity activity;
  private final PrintStream log;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param handlers by the functions' logical names
   * @param log takes what the platform itself says about an invocation
   */
  public Functions(Map<String, RequestStreamHandler> handlers, Activity activity, PrintStream log) {
    this.handlers = new LinkedHashMap<>(handlers);
    this.activity = activity;
    this.log = log;
  }

  /** Blocks until the function has answered, failed, or run out of time. */
  public Outcome invoke(FunctionDefinition function, byte[] event) {
    RequestStreamHandler handler = handlers.get(function.logicalName());
    if (handler == null) {
      throw new IllegalArgumentException("no function " + function.logicalName());
    }
    String requestId = UUID.randomUUID().toString();
    activity.begin(function.logicalName());
    Future<byte[]> answer = threads.submit(() -> call(handler, function, requestId, event));
    try {
      return new Outcome.Answer(answer.get(function.timeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      log.println("{\"platform\":\"failed\",\"requestId\":\"" + requestId + "\"}");
      Objects.requireNonNullElse(e.getCause(), e).printStackTrace(log);
      return new Outcome.Failed();
    } catch (TimeoutException e) {
      log.println("{\"platform\":\"timeout\",\"requestId\":\"" + requestId + "\"}");
      answer.cancel(true);
      return new Outcome.TimedOut();
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Outcome.Failed();
    } finally {
      activity.end(function.logicalName());
    }
  }

  private byte[] call(
      RequestStreamHandler handler, FunctionDefinition function, String requestId, byte[] event)
      throws IOException {
    long deadline = System.nanoTime() + function.timeout().toNanos();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Thread.currentThread().setContextClassLoader(handler.getClass().getClassLoader());
    handler.handleRequest(
        new ByteArrayInputStream(event), out, new LocalContext(function, requestId, deadline, log));
    return out.toByteArray();
  }

  /** Closes every handler that can be closed; a failing one does not keep the others open. */
  @Override
  public void close() {
    threads.shutdownNow();
    Set<URLClassLoader> packages = new LinkedHashSet<>();
    for (RequestStreamHandler handler : handlers.values()) {
      if (handler instanceof AutoCloseable closeable) {
        close(closeable);
      }
      if (handler.getClass().getClassLoader() instanceof URLClassLoader own) {
        packages.add(own);
      }
    }
    packages.forEach(this::close); // only now: functions of one package share its classes
  }

  private void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) { // what AutoCloseable declares
      e.printStackTrace(log);
    }
  }
}
