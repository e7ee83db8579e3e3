package dev.tollgate.bench.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The same event some times in a row, one at a time. The connections serve a turn without waking
 * whoever asked for it, so that nobody else runs between two calls.
 */
final class Turn {
  private final String event;
  private final int times;
  private final List<Exchange> exchanges;
  private final CompletableFuture<List<Exchange>> done = new CompletableFuture<>();
  private long sentAt;

  Turn(String event, int times) {
    this.event = event;
    this.times = times;
    this.exchanges = new ArrayList<>(times);
  }

  String event() {
    return event;
  }

  CompletableFuture<List<Exchange>> done() {
    return done;
  }

  synchronized void sent(long at) {
    sentAt = at;
  }

  /** Takes the answer to the event in flight, and says whether it was the last. */
  synchronized boolean answered(long at, boolean refused, String body) {
    exchanges.add(new Exchange(sentAt, at, refused, body));
    return exchanges.size() == times;
  }

  synchronized void finish() {
    done.complete(List.copyOf(exchanges));
  }
}
