package dev.tollgate.dynamo;

import dev.tollgate.core.limits.Attempt;
import dev.tollgate.core.limits.Counter;
import dev.tollgate.core.limits.Window;
import java.time.Instant;

/** A counter of attempts in one window, which opens with the first of them. */
final class AttemptItem {
  private AttemptItem() {}

  record AttemptKey(String action, String subject) implements Key {
    static AttemptKey of(Attempt attempt) {
      return new AttemptKey(attempt.action(), attempt.subject().value());
    }

    @Override
    public String partition() {
      return "RATE#" + action + "#" + subject;
    }

    @Override
    public String sort() {
      return "RATE";
    }
  }

  static Window read(Row row) {
    return new Window(Instant.ofEpochMilli(row.longNumber("opened")), row.number("hits"));
  }

  /**
   * Counts one more, on the assumption that the counter is as given. The condition is the limit
   * itself, so a wrong assumption writes nothing.
   */
  static Action count(Counter counter) {
    Attempt attempt = counter.attempt();
    long cutoff = attempt.at().minus(attempt.rule().window()).toEpochMilli();
    Instant forgotten = attempt.windowEnd(attempt.at()).plus(attempt.rule().window());
    Key key = AttemptKey.of(attempt);
    if (counter.open().isPresent()) {
      return Action.update(key, "SET hits = hits + :one")
          .when("opened > :cutoff AND hits < :limit")
          .with(":one", 1)
          .with(":cutoff", cutoff)
          .with(":limit", attempt.rule().limit());
    }
    return Action.update(key, "SET opened = :now, hits = :one, #ttl = :forgotten")
        .when("attribute_not_exists(pk) OR opened <= :cutoff")
        .with(":one", 1)
        .with(":now", attempt.at().toEpochMilli())
        .with(":cutoff", cutoff)
        .with(":forgotten", forgotten.getEpochSecond());
  }
}
