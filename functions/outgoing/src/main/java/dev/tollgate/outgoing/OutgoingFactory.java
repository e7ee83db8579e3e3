package dev.tollgate.outgoing;

import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.outgoing.Attempting;
import dev.tollgate.core.outgoing.DeliveringDue;
import dev.tollgate.core.outgoing.DisablingEndpoint;
import dev.tollgate.core.outgoing.Endpoints;
import dev.tollgate.core.outgoing.PublishingNews;
import dev.tollgate.core.outgoing.RetrySchedule;
import dev.tollgate.core.outgoing.RunningRound;
import dev.tollgate.core.outgoing.WebhookDeliveries;
import dev.tollgate.core.outgoing.WebhookSender;
import dev.tollgate.lambda.events.HoldingWork;
import dev.tollgate.lambda.events.QueueConsumer;
import dev.tollgate.lambda.events.ScheduledTask;
import dev.tollgate.lambda.logging.Log;
import dev.tollgate.lambda.logging.Measures;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.random.RandomGenerator;

/** Puts the function together. */
@Factory
final class OutgoingFactory {
  @Singleton
  RunningRound rounds(
      WebhookDeliveries deliveries,
      Endpoints endpoints,
      WebhookSender sender,
      RandomGenerator random,
      Time time) {
    return new RunningRound(
        new Attempting(
            deliveries, new DisablingEndpoint(endpoints), sender, new RetrySchedule(random), time),
        time);
  }

  @Singleton
  OutgoingLog outgoingLog(Log log, Measures measures) {
    return new OutgoingLog(log, measures);
  }

  @Singleton
  QueueConsumer queue(
      Endpoints endpoints,
      WebhookDeliveries deliveries,
      RunningRound round,
      HoldingWork holding,
      Time time,
      OutgoingLog log) {
    return new OutgoingQueue(new PublishingNews(endpoints, deliveries, round, time), holding, log);
  }

  @Singleton
  ScheduledTask due(
      Endpoints endpoints,
      WebhookDeliveries deliveries,
      RunningRound round,
      Time time,
      OutgoingLog log) {
    return new DeliveringTask(new DeliveringDue(endpoints, deliveries, round, time), log);
  }
}
