package dev.tollgate.local.queues;

/**
 * How many messages a queue holds.
 *
 * @param visible waiting, those that wait for their delay included
 * @param inFlight received and not yet deleted
 * @param dead in its dead letter queue
 */
public record QueueDepth(int visible, int inFlight, int dead) {}
