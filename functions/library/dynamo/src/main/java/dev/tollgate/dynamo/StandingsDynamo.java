package dev.tollgate.dynamo;

import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.killswitch.Grounds;
import dev.tollgate.core.killswitch.StandingChange;
import dev.tollgate.core.killswitch.Standings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Writes standings with all that goes with them. */
final class StandingsDynamo implements Standings {
  /** The account is written first, and its grounds right behind it. */
  private static final int ACCOUNT = 0;

  private final Table table;

  StandingsDynamo(Table table) {
    this.table = table;
  }

  @Override
  public Suspension suspend(StandingChange change, Grounds grounds) {
    if (!(change.account().standing() instanceof Standing.Suspended suspended)) {
      throw new IllegalArgumentException("no suspension");
    }
    TenantId tenant = change.account().id();
    List<Action> rests = StrikeItem.of(tenant, grounds, suspended.since());
    List<Action> actions = new ArrayList<>();
    actions.add(AccountItem.suspend(tenant, suspended));
    actions.addAll(rests);
    actions.addAll(beside(change));
    return switch (table.write(actions)) {
      case Commit.Done _ -> Suspension.WRITTEN;
      // The enrollment is the last of what such a suspension rests on.
      case Commit.Refused refused
          when grounds instanceof Grounds.Owed && refused.at(rests.size()) ->
          Suspension.MOVED;
      case Commit.Refused refused
          when IntStream.rangeClosed(1, rests.size()).anyMatch(refused::at) ->
          Suspension.GROUNDLESS;
      case Commit.Refused refused when refused.at(ACCOUNT) -> {
        spend(StrikeItem.spend(tenant, grounds, suspended.since()));
        yield Suspension.STANDS;
      }
      case Commit.Refused refused ->
          throw new IllegalStateException("refused at " + refused.failed().keySet());
    };
  }

  /** Refused where a copy of the message did. */
  private void spend(List<Action> notes) {
    if (!notes.isEmpty()) {
      Commit _ = table.write(notes);
    }
  }

  @Override
  public boolean restore(StandingChange change, Standing.Suspended ended, boolean newCount) {
    TenantId tenant = change.account().id();
    List<Action> actions = new ArrayList<>();
    actions.add(AccountItem.restore(tenant, ended));
    actions.addAll(beside(change));
    if (newCount) {
      actions.add(StrikeItem.countAnew(tenant));
    }
    return switch (table.write(actions)) {
      case Commit.Done _ -> true;
      case Commit.Refused refused when refused.at(ACCOUNT) -> false;
      case Commit.Refused refused ->
          throw new IllegalStateException("refused at " + refused.failed().keySet());
    };
  }

  private static List<Action> beside(StandingChange change) {
    List<Action> actions = new ArrayList<>();
    actions.add(AuditItem.put(change.entry()));
    change.messages().forEach(message -> actions.add(OutboxItem.put(message)));
    return actions;
  }
}
