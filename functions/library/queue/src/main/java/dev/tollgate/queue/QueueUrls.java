package dev.tollgate.queue;

import dev.tollgate.core.messages.Consumer;
import dev.tollgate.lambda.runtime.Environment;
import java.util.EnumMap;
import java.util.Map;

/** Where each consumer's queue is. A missing one stops the start of a function that sends. */
final class QueueUrls {
  private final Map<Consumer, String> urls = new EnumMap<>(Consumer.class);

  QueueUrls(Environment environment) {
    for (Consumer consumer : Consumer.values()) {
      urls.put(consumer, environment.required(variable(consumer)));
    }
  }

  String of(Consumer consumer) {
    String url = urls.get(consumer);
    if (url == null) {
      throw new IllegalStateException("no queue for " + consumer);
    }
    return url;
  }

  private static String variable(Consumer consumer) {
    return switch (consumer) {
      case NOTIFICATIONS -> "NOTIFICATIONS_QUEUE_URL";
      case KILL_SWITCH -> "KILL_SWITCH_QUEUE_URL";
      case OUTGOING -> "OUTGOING_QUEUE_URL";
      case METERING -> "METERING_QUEUE_URL";
    };
  }
}
