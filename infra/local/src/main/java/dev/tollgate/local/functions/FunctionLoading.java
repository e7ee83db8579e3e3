package dev.tollgate.local.functions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.tollgate.local.template.FunctionDefinition;
import dev.tollgate.testkit.servers.LocalAws;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Loads all functions, as many packages at once as there are processors, the largest first.
 * Functions of one package follow each other, so that its classes are loaded once.
 */
public final class FunctionLoading {
  private final FunctionSource source;

  public FunctionLoading(FunctionSource source) {
    this.source = source.forOneStack();
  }

  /**
   * @param loaded is told of each function that is ready, by whichever thread made it so
   * @return by logical name
   */
  public Map<String, RequestStreamHandler> load(
      List<FunctionDefinition> functions, Consumer<FunctionDefinition> loaded) {
    Map<String, List<FunctionDefinition>> packages =
        functions.stream()
            .collect(
                Collectors.groupingBy(
                    FunctionDefinition::codeUri, LinkedHashMap::new, Collectors.toList()));
    Map<String, RequestStreamHandler> handlers = new ConcurrentHashMap<>();
    List<Future<?>> loading = new ArrayList<>();
    int processors = Runtime.getRuntime().availableProcessors();
    try (ExecutorService threads = Executors.newFixedThreadPool(processors)) {
      for (List<FunctionDefinition> one : largestFirst(packages)) {
        loading.add(
            threads.submit(
                () -> {
                  for (FunctionDefinition function : one) {
                    handlers.put(function.logicalName(), load(function));
                    loaded.accept(function);
                  }
                }));
      }
    }
    loading.forEach(FunctionLoading::await);
    return handlers;
  }

  /** Of the same size, in the order of the template. */
  private List<List<FunctionDefinition>> largestFirst(
      Map<String, List<FunctionDefinition>> packages) {
    return packages.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<String, List<FunctionDefinition>> e) -> source.weight(e.getKey()))
                .reversed())
        .map(Map.Entry::getValue)
        .toList();
  }

  private RequestStreamHandler load(FunctionDefinition function) {
    try {
      return source.load(
          function.logicalName(), function.codeUri(), function.handler(), environment(function));
    } catch (RuntimeException | LinkageError e) {
      throw new IllegalStateException(
          "function " + function.logicalName() + " did not start: " + e.getMessage(), e);
    }
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

  private static void await(Future<?> loading) {
    try {
      loading.get();
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw new IllegalStateException(cause.getMessage(), cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while functions were loading", e);
    }
  }
}
