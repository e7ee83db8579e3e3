package dev.tollgate.local.streams;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.local.functions.BatchAnswer;
import dev.tollgate.local.template.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Hands one batch to a function until every record of it is done or given up: from the first record
 * that failed, in halves where the template wants that, as often as it allows.
 */
final class Delivery {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final Trigger.Stream trigger;
  private final Function<List<JsonNode>, BatchAnswer> function;
  private final Consumer<List<JsonNode>> giveUp;

  Delivery(
      Trigger.Stream trigger,
      Function<List<JsonNode>, BatchAnswer> function,
      Consumer<List<JsonNode>> giveUp) {
    this.trigger = trigger;
    this.function = function;
    this.giveUp = giveUp;
  }

  /** Throws {@link CancellationException} when the stack stops meanwhile. */
  void deliver(List<JsonNode> batch) {
    List<JsonNode> rest = batch;
    int tries = 0;
    while (true) {
      List<JsonNode> failed = undone(rest, function.apply(rest));
      if (failed.isEmpty()) {
        return;
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("the stack is stopping");
      }
      tries = failed.size() < rest.size() ? 1 : tries + 1;
      rest = failed;
      if (trigger.bisect() && rest.size() > 1) {
        deliver(rest.subList(0, rest.size() / 2));
        deliver(rest.subList(rest.size() / 2, rest.size()));
        return;
      }
      if (trigger.retries() >= 0 && tries > trigger.retries()) {
        giveUp.accept(rest);
        return;
      }
      pause(tries);
    }
  }

  /** What stands before the first failure is done; what stands behind it comes again. */
  private static List<JsonNode> undone(List<JsonNode> batch, BatchAnswer answer) {
    return switch (answer) {
      case BatchAnswer.AllFailed all -> batch;
      case BatchAnswer.Some some -> {
        int first = 0;
        while (first < batch.size()
            && !some.failed().contains(StreamEvent.sequenceNumber(batch.get(first)))) {
          first++;
        }
        yield batch.subList(first, batch.size());
      }
    };
  }

  private static void pause(int tries) {
    long nanos = FIRST_PAUSE.toNanos() << Math.min(tries - 1, 10);
    LockSupport.parkNanos(Math.min(nanos, LONGEST_PAUSE.toNanos()));
  }
}
