package dev.tollgate.dynamo;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.Logins;
import dev.tollgate.core.identity.Session;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.limits.Attempt;
import dev.tollgate.core.limits.Counter;
import dev.tollgate.core.limits.TooManyAttempts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Logging in: address and counters in one read, session and counters in one transaction. */
final class LoginsDynamo implements Logins {
  /** The effect that can be refused, after session and entry. */
  private static final int ERASURE = 2;

  private final Table table;
  private final Counted counted;

  LoginsDynamo(Table table) {
    this.table = table;
    this.counted = new Counted(table);
  }

  @Override
  public Lookup lookUp(EmailAddress email, List<Attempt> attempts) {
    Key emailKey = new EmailItem.EmailKey(email);
    List<Key> keys = new ArrayList<>();
    keys.add(emailKey);
    attempts.forEach(attempt -> keys.add(AttemptItem.AttemptKey.of(attempt)));
    Map<Key, Row> rows = table.getAll(keys);
    return new Lookup(
        Optional.ofNullable(rows.get(emailKey)).map(EmailItem::read),
        attempts.stream().map(attempt -> counter(attempt, rows)).toList());
  }

  private static Counter counter(Attempt attempt, Map<Key, Row> rows) {
    Optional<Row> row = Optional.ofNullable(rows.get(AttemptItem.AttemptKey.of(attempt)));
    return new Counter(attempt, row.map(AttemptItem::read));
  }

  @Override
  public Optional<TooManyAttempts> fail(Lookup lookup, Optional<AuditEntry> entry) {
    return refusal(counted.write(lookup.counters(), entry.map(AuditItem::put).stream().toList()));
  }

  @Override
  public Result open(Lookup lookup, Opening opening) {
    Session session = opening.session();
    List<Action> effects = new ArrayList<>();
    effects.add(Action.put(SessionItem.write(session)).ifAbsent());
    effects.add(AuditItem.put(opening.entry()));
    opening
        .owned()
        .ifPresent(account -> effects.add(Comebacks.erasure(account, opening.comeback())));
    opening.comeback().ifPresent(back -> effects.addAll(Comebacks.effects(back)));
    int upgrade = effects.size();
    opening
        .upgraded()
        .ifPresent(
            hash ->
                effects.add(
                    UserItem.upgradePassword(
                        new UserItem.UserKey(session.tenant(), session.user()),
                        session.credentialVersion(),
                        hash)));
    Counted.Outcome outcome = counted.write(lookup.counters(), effects);
    // Refused where the password changed in this moment; the session is dead then in any case.
    return result(
        outcome instanceof Counted.Outcome.Refused refused
                && refused.effects().keySet().equals(Set.of(upgrade))
            ? counted.write(lookup.counters(), effects.subList(0, upgrade))
            : outcome);
  }

  private static Result result(Counted.Outcome outcome) {
    return switch (outcome) {
      case Counted.Outcome.Done _ -> new Result.Opened();
      case Counted.Outcome.TooMany over -> new Result.TooMany(over.refusal());
      case Counted.Outcome.Refused refused -> {
        if (!refused.effects().containsKey(ERASURE)) {
          throw new IllegalStateException("unexpected refusal of " + refused.effects().keySet());
        }
        yield new Result.Moved();
      }
    };
  }

  private static Optional<TooManyAttempts> refusal(Counted.Outcome outcome) {
    return switch (outcome) {
      case Counted.Outcome.Done _ -> Optional.empty();
      case Counted.Outcome.TooMany over -> Optional.of(over.refusal());
      case Counted.Outcome.Refused refused ->
          throw new IllegalStateException("unexpected refusal of " + refused.effects().keySet());
    };
  }
}
