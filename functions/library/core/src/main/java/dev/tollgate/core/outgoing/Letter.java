package dev.tollgate.core.outgoing;

import dev.tollgate.core.kernel.EndpointId;
import dev.tollgate.core.kernel.MessageId;
import java.time.Instant;

/**
 * One piece of news for one endpoint; the same at every try.
 *
 * @param message its id is the {@code webhook-id} by which receivers know copies
 * @param body as it is signed and sent
 */
public record Letter(
    EndpointId endpoint, MessageId message, String event, String body, Instant createdAt) {}
