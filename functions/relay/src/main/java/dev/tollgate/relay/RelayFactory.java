package dev.tollgate.relay;

import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.messages.MessageQueue;
import dev.tollgate.core.messages.Outbox;
import dev.tollgate.lambda.events.ScheduledTask;
import dev.tollgate.lambda.events.StreamConsumer;
import dev.tollgate.lambda.logging.Log;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Puts the function together. */
@Factory
final class RelayFactory {
  @Singleton
  Relaying relaying(MessageQueue queue, Outbox outbox, Log log) {
    return new Relaying(queue, outbox, log);
  }

  @Singleton
  StreamConsumer stream(Relaying relaying) {
    return new RelayingStream(relaying);
  }

  @Singleton
  ScheduledTask sweep(Outbox outbox, Relaying relaying, Time time, Log log) {
    return new SweepingOutbox(outbox, relaying, time, log);
  }
}
