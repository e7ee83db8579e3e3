package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.DueActions;
import dev.tollgate.core.schedule.Duty;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A due action until it is done. It stands in the due index at the time at which it should be
 * looked at next: when it is due, when a claim runs out, when it is tried again. Parked, it stands
 * in a shard of its own.
 */
final class DueItem {
  static final String PREFIX = "DUE#";

  static final Shards SHARDS = new Shards("LIFECYCLE#", 16);

  /** Few, and looked at by a person. */
  static final String PARKED = "PARKED#0";

  private DueItem() {}

  record DueKey(TenantId tenant, String action) implements Key {
    static DueKey of(DueAction action) {
      return new DueKey(action.tenant(), action.key());
    }

    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return PREFIX + action;
    }
  }

  /** Writing the same action again leaves it as it was written, not yet tried. */
  static Action put(DueAction action) {
    return Action.put(write(action));
  }

  /** The same action at another time, in place of the claim's. */
  static Action replace(DueActions.Claim claim, DueAction later) {
    return ours(Action.put(write(later)), claim);
  }

  private static Row.Writer write(DueAction action) {
    return new Row.Writer(DueKey.of(action))
        .text("tenant", action.tenant().value())
        .text("duty", action.duty().wireName())
        .instant("anchor", action.anchor())
        .number("step", action.step())
        .instant("at", action.at())
        .number("tries", 0)
        .text("due_shard", SHARDS.of(action.tenant().value()))
        .instant("due_at", action.at());
  }

  static Action claim(DueAction action, String token, Instant now, Instant leaseEnds) {
    return Action.update(
            DueKey.of(action), "SET due_at = :ends, claim = :token, tries = tries + :one")
        .when("attribute_exists(pk) AND due_at <= :now AND due_shard = :shard")
        .with(":ends", leaseEnds)
        .with(":token", token)
        .with(":one", 1)
        .with(":now", now)
        .with(":shard", SHARDS.of(action.tenant().value()));
  }

  static Action finish(DueActions.Claim claim) {
    return ours(Action.delete(DueKey.of(claim.action())), claim);
  }

  /** As if it had never been tried. */
  static Action postpone(DueActions.Claim claim, Instant until) {
    return ours(
        Action.update(DueKey.of(claim.action()), "SET due_at = :until, tries = :none REMOVE claim")
            .with(":until", until)
            .with(":none", 0),
        claim);
  }

  static Action tryAgain(DueActions.Claim claim, Instant at) {
    return ours(
        Action.update(DueKey.of(claim.action()), "SET due_at = :at REMOVE claim").with(":at", at),
        claim);
  }

  static Action park(DueActions.Claim claim, String reason, Instant now) {
    return ours(
        Action.update(
                DueKey.of(claim.action()),
                "SET due_shard = :parked, due_at = :now, reason = :reason REMOVE claim")
            .with(":parked", PARKED)
            .with(":now", now)
            .with(":reason", reason),
        claim);
  }

  static Action retry(DueKey key, Instant now) {
    return Action.update(key, "SET due_shard = :shard, due_at = :now, tries = :none REMOVE reason")
        .when("due_shard = :parked")
        .with(":shard", SHARDS.of(key.tenant().value()))
        .with(":now", now)
        .with(":none", 0)
        .with(":parked", PARKED);
  }

  private static Action ours(Action action, DueActions.Claim claim) {
    return action.when("claim = :ours").with(":ours", claim.token());
  }

  static DueAction read(Row row) {
    return new DueAction(
        new TenantId(row.text("tenant")),
        duty(row.text("duty")),
        row.instant("anchor"),
        row.number("step"),
        row.instant("at"));
  }

  private static Duty duty(String word) {
    return Arrays.stream(Duty.values())
        .filter(duty -> duty.wireName().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a due action of no kind we know"));
  }

  /** Empty where this version cannot read it: another one wrote it, or it has no shape at all. */
  static Optional<DueAction> find(Row row) {
    try {
      return Optional.of(read(row));
    } catch (DateTimeException | IllegalStateException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** Whether somebody is at it. */
  static boolean isClaimed(Row row, Instant now) {
    return row.optionalText("claim").isPresent() && row.instant("due_at").isAfter(now);
  }

  static DueActions.Parked readParked(Row row) {
    return new DueActions.Parked(
        new TenantId(row.text("tenant")),
        row.text("sk").substring(PREFIX.length()),
        row.number("tries"),
        row.text("reason"),
        row.instant("due_at"));
  }
}
