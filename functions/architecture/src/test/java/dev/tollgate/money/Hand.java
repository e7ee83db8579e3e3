package dev.tollgate.money;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The one clock of a test: it moves when it is told to. */
final class Hand implements Time, InstantSource {
  private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

  final Map<TenantId, Duration> ahead = new ConcurrentHashMap<>();

  void pass(Duration time) {
    now = now.plus(time);
  }

  void moveTo(Instant time) {
    now = time;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Instant now(TenantId tenant) {
    return now;
  }

  /** Those that are said to be ahead; here they are so by the turns that all make. */
  @Override
  public Map<TenantId, Duration> ahead() {
    return Map.copyOf(ahead);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
