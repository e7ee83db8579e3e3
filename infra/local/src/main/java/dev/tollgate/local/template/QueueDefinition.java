package dev.tollgate.local.template;

import java.util.Map;
import java.util.Optional;

/**
 * A queue as the template defines it.
 *
 * @param attributes as SQS's CreateQueue wants them, without the redrive policy
 * @param deadLetters the name of the queue that gets what was received too often
 */
public record QueueDefinition(
    String name,
    Map<String, String> attributes,
    Optional<String> deadLetters,
    int maxReceiveCount) {}
