package dev.tollgate.core.plans;

import dev.tollgate.core.kernel.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what it read for at most five minutes. A change made through it is seen by it at once and
 * by other instances within those five minutes.
 */
public final class CachedCatalogue implements PlanCatalogue {
  static final Duration KEPT = Duration.ofMinutes(5);

  private final PlanCatalogue behind;
  private final Time time;
  private final AtomicReference<@Nullable Read> read = new AtomicReference<>();

  public CachedCatalogue(PlanCatalogue behind, Time time) {
    this.behind = behind;
    this.time = time;
  }

  private record Read(List<ListedPlan> plans, Instant at) {}

  @Override
  public List<ListedPlan> all() {
    Instant now = time.now();
    Optional<Read> known =
        Optional.ofNullable(read.get())
            .filter(
                // a clock that was turned back makes nothing fresh
                kept -> !now.isBefore(kept.at()) && now.isBefore(kept.at().plus(KEPT)));
    if (known.isPresent()) {
      return known.get().plans();
    }
    List<ListedPlan> plans = behind.all();
    read.set(new Read(plans, now));
    return plans;
  }

  @Override
  public boolean replace(ListedPlan changed) {
    boolean replaced = behind.replace(changed);
    invalidate(); // also after a refusal: what we knew was old
    return replaced;
  }

  @Override
  public void invalidate() {
    read.set(null);
    behind.invalidate();
  }
}
