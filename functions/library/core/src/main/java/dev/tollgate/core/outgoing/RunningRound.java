package dev.tollgate.core.outgoing;

import dev.tollgate.core.kernel.EndpointId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.outgoing.Delivery.Pending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tries many deliveries: one after the other for each endpoint, all endpoints at once, so that a
 * slow one delays nobody but itself.
 */
public final class RunningRound {
  /**
   * Failures in a row after which an endpoint is taken for down. The rest of its line is postponed,
   * since otherwise what it leaves behind would fill the next round too.
   */
  static final int PATIENCE = 2;

  private final Attempting attempting;
  private final Time time;

  public RunningRound(Attempting attempting, Time time) {
    this.attempting = attempting;
    this.time = time;
  }

  /**
   * @param endpoint looks it up just before each try
   * @param until nothing is begun after it; what is left stays due
   */
  Round run(
      Collection<Pending> due, Function<EndpointId, Optional<Endpoint>> endpoint, Instant until) {
    Map<EndpointId, List<Pending>> lines =
        due.stream().collect(Collectors.groupingBy(Delivery::endpoint));
    List<Callable<Round>> work = new ArrayList<>();
    lines.values().forEach(line -> work.add(() -> run(line, endpoint, until)));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Round all = Round.empty();
      for (Future<Round> line : threads.invokeAll(work)) {
        all = all.and(line.get());
      }
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sending", e);
    } catch (ExecutionException e) {
      throw asItWas(e);
    }
  }

  private Round run(
      List<Pending> line, Function<EndpointId, Optional<Endpoint>> endpoint, Instant until) {
    List<Delivery> tried = new ArrayList<>();
    int postponed = 0;
    int failures = 0;
    for (Pending pending : line) {
      if (!time.now().isBefore(until)) {
        break;
      }
      if (failures >= PATIENCE) {
        postponed += attempting.postpone(pending) ? 1 : 0;
        continue;
      }
      Optional<Delivery> result = attempting.attempt(pending, endpoint.apply(pending.endpoint()));
      result.ifPresent(tried::add);
      failures = result.filter(RunningRound::failed).isPresent() ? failures + 1 : 0;
    }
    return new Round(tried, postponed);
  }

  private static boolean failed(Delivery delivery) {
    return switch (delivery) {
      case Pending _, Delivery.GivenUp _ -> true;
      case Delivery.Delivered _, Delivery.Cancelled _ -> false;
    };
  }

  /** On the caller's thread as if it had happened there. */
  private static RuntimeException asItWas(ExecutionException e) {
    return switch (e.getCause()) {
      case RuntimeException cause -> cause;
      case Error cause -> throw cause;
      case null, default -> new IllegalStateException("a try failed", e);
    };
  }
}
