package dev.tollgate.bench.runtime;

/**
 * One event and what the function made of it. Times are of {@link System#nanoTime()}.
 *
 * @param sentAt just before the event went out
 * @param answeredAt when the answer was read in whole
 * @param refused whether the client reported an error in place of an answer
 * @param body the answer, or the report of the error
 */
public record Exchange(long sentAt, long answeredAt, boolean refused, String body) {
  public long nanos() {
    return answeredAt - sentAt;
  }
}
