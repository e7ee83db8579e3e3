package dev.tollgate.core.messages;

import dev.tollgate.core.kernel.MessageId;
import java.util.List;
import java.util.Set;

/** Hands messages to their consumers. */
public interface MessageQueue {

  /**
   * The ids of those that were not accepted and should be tried again; {@code Unavailable} where it
   * is unknown which were.
   */
  Set<MessageId> send(Consumer consumer, List<Message> messages);
}
