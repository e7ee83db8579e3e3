package dev.tollgate.webhooks;

import dev.tollgate.core.billing.ApplyingEvents;
import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.billing.ProviderEvents;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.lambda.events.LaneConsumer;
import dev.tollgate.lambda.events.QueueRecord;
import dev.tollgate.lambda.events.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Applies what happened to one customer. What no later try can do better is given up and listed for
 * the platform owner, so that it never stands in the way of what follows in its lane.
 */
final class ApplyingLane implements LaneConsumer {
  private final ApplyingEvents applying;
  private final ProviderEvents events;
  private final Time time;
  private final BillingLog log;

  ApplyingLane(ApplyingEvents applying, ProviderEvents events, Time time, BillingLog log) {
    this.applying = applying;
    this.events = events;
    this.time = time;
    this.log = log;
  }

  /** A record that is no event is parked alone: its neighbours are applied all the same. */
  @Override
  public List<Verdict> consume(List<QueueRecord> lane) {
    List<Optional<ProviderEvent>> read =
        lane.stream().map(record -> EventBody.read(record.body())).toList();
    Verdict verdict = applied(read.stream().flatMap(Optional::stream).distinct().toList());
    return read.stream()
        .map(event -> event.isPresent() ? verdict : new Verdict.Park("no event we know"))
        .toList();
  }

  /** What holds for all events of the lane: they are written together. */
  private Verdict applied(List<ProviderEvent> together) {
    try {
      if (!together.isEmpty()) {
        apply(together);
      }
      return new Verdict.Done();
    } catch (Unavailable e) {
      log.unavailable(e);
      return new Verdict.Retry("nobody could be asked, or nothing written");
    }
  }

  /** Together; where that fails each by itself, so that only the one to blame is given up. */
  private void apply(List<ProviderEvent> together) {
    try {
      log.applied(applying.apply(together));
    } catch (Unavailable e) {
      throw e;
    } catch (RuntimeException e) {
      if (together.size() == 1) {
        giveUp(together.getFirst(), e);
      } else {
        together.forEach(event -> apply(List.of(event)));
      }
    }
  }

  private void giveUp(ProviderEvent event, RuntimeException cause) {
    events.failed(event.id(), reason(cause), time.now());
    log.gaveUp(event, cause);
  }

  /** Only words that are sure to be ours are kept; others may quote anything. */
  private static String reason(RuntimeException cause) {
    boolean ours =
        cause instanceof IllegalStateException
            || cause.getClass().getPackageName().startsWith("dev.tollgate.");
    return ours && cause.getMessage() != null
        ? cause.getMessage()
        : cause.getClass().getSimpleName();
  }
}
