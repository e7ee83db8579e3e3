package dev.tollgate.dynamo;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.limits.Attempt;
import dev.tollgate.core.limits.Attempts;
import dev.tollgate.core.limits.Counter;
import dev.tollgate.core.limits.TooManyAttempts;
import dev.tollgate.core.messages.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts attempts with what they caused. */
final class AttemptsDynamo implements Attempts {
  private final Counted counted;

  AttemptsDynamo(Table table) {
    this.counted = new Counted(table);
  }

  @Override
  public Optional<TooManyAttempts> count(
      List<Attempt> attempts, Optional<AuditEntry> entry, Optional<Message> message) {
    List<Action> effects = new ArrayList<>();
    entry.map(AuditItem::put).ifPresent(effects::add);
    message.map(OutboxItem::put).ifPresent(effects::add);
    return switch (counted.write(attempts.stream().map(Counter::unknown).toList(), effects)) {
      case Counted.Outcome.Done _ -> Optional.empty();
      case Counted.Outcome.TooMany over -> Optional.of(over.refusal());
      case Counted.Outcome.Refused refused ->
          throw new IllegalStateException("unconditional effects refused: " + refused.effects());
    };
  }
}
