package dev.tollgate.local.functions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.tollgate.local.template.FunctionDefinition;
import dev.tollgate.testkit.servers.LocalAws;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Loads all functions, as many at once as there are processors. */
public final class FunctionLoading {
  private final FunctionSource source;

  public FunctionLoading(FunctionSource source) {
    this.source = source;
  }

  /**
   * @param loaded is told of each function that is ready, in the order of the template
   */
  public Map<String, RequestStreamHandler> load(
      List<FunctionDefinition> functions, Consumer<FunctionDefinition> loaded) {
    int processors = Runtime.getRuntime().availableProcessors();
    Map<String, RequestStreamHandler> handlers = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(processors)) {
      Map<FunctionDefinition, Future<RequestStreamHandler>> loading = new LinkedHashMap<>();
      functions.forEach(f -> loading.put(f, threads.submit(() -> load(f))));
      loading.forEach(
          (function, future) -> {
            handlers.put(function.logicalName(), await(function, future));
            loaded.accept(function);
          });
    }
    return handlers;
  }

  private RequestStreamHandler load(FunctionDefinition function) {
    return source.load(
        function.logicalName(), function.codeUri(), function.handler(), environment(function));
  }

  /** What the template grants, and what Lambda itself sets. */
  static Map<String, String> environment(FunctionDefinition function) {
    Map<String, String> environment = new LinkedHashMap<>(function.environment());
    environment.put("AWS_REGION", LocalAws.REGION);
    environment.put("AWS_ACCESS_KEY_ID", LocalAws.ACCESS_KEY_ID);
    environment.put("AWS_SECRET_ACCESS_KEY", LocalAws.SECRET_ACCESS_KEY);
    environment.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", Functions.VERSION);
    environment.put(
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
    return Map.copyOf(environment);
  }

  private static RequestStreamHandler await(
      FunctionDefinition function, Future<RequestStreamHandler> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw new IllegalStateException(
          "function " + function.logicalName() + " did not start: " + cause.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while functions were loading", e);
    }
  }
}
