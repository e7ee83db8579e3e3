package dev.tollgate.relay;

import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.messages.Consumer;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.messages.MessageQueue;
import dev.tollgate.core.messages.Outbox;
import dev.tollgate.lambda.logging.Log;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sends first and forgets second, so that a death in between sends a message twice rather than
 * never; consumers go by its id.
 */
final class Relaying {
  private final MessageQueue queue;
  private final Outbox outbox;
  private final Log log;

  Relaying(MessageQueue queue, Outbox outbox, Log log) {
    this.queue = queue;
    this.outbox = outbox;
    this.log = log;
  }

  /** The messages that no queue has taken, or of which that is unknown. */
  Set<MessageId> relay(Collection<Message> messages) {
    Map<Consumer, List<Message>> byConsumer =
        messages.stream()
            .collect(Collectors.groupingBy(message -> Consumer.of(message.announcement())));
    Set<MessageId> left = new HashSet<>();
    byConsumer.forEach((consumer, theirs) -> left.addAll(relay(consumer, theirs)));
    return left;
  }

  /** One consumer's queue that does not answer is no trouble of the others. */
  private Set<MessageId> relay(Consumer consumer, List<Message> messages) {
    Set<MessageId> left;
    try {
      left = queue.send(consumer, messages);
    } catch (Unavailable e) {
      log.error("queue_unavailable", Map.of("consumer", consumer), e);
      return messages.stream().map(Message::id).collect(Collectors.toSet());
    }
    forget(messages.stream().filter(message -> !left.contains(message.id())).toList());
    return left;
  }

  /** What stays behind here is sent once more by the sweep, which is allowed. */
  private void forget(List<Message> accepted) {
    if (accepted.isEmpty()) {
      return;
    }
    try {
      outbox.relayed(accepted);
    } catch (Unavailable e) {
      log.error("outbox_not_cleared", Map.of("messages", accepted.size()), e);
    }
  }
}
