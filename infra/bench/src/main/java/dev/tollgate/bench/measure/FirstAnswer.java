package dev.tollgate.bench.measure;

/**
 * One process up to its first answer.
 *
 * @param initNanos until it asked for an event; nothing for a restored one
 * @param totalNanos until its first answer was read
 * @param cpuNanos used by then, over all threads
 * @param peakKilobytes resident
 */
public record FirstAnswer(long initNanos, long totalNanos, long cpuNanos, long peakKilobytes) {}
