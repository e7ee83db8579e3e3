package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.killswitch.Grounds;
import java.time.Instant;
import java.util.List;

/**
 * What counted against a tenant, each thing once and for ever: a complaint by its source, a message
 * or a due action by its id, an invoice by its number. Beside them the count of complaints since
 * the last restore.
 */
final class StrikeItem {
  private StrikeItem() {}

  /**
   * @param what what it was, hashed because it comes from outside and may name a person
   */
  record StrikeKey(TenantId tenant, Fingerprint what) implements Key {
    static StrikeKey complaint(TenantId tenant, String source) {
      return new StrikeKey(tenant, Fingerprint.of("complaint\n" + source));
    }

    static StrikeKey message(TenantId tenant, MessageId message) {
      return new StrikeKey(tenant, Fingerprint.of("message\n" + message.value()));
    }

    static StrikeKey action(TenantId tenant, String action) {
      return new StrikeKey(tenant, Fingerprint.of("action\n" + action));
    }

    static StrikeKey invoice(TenantId tenant, String invoice) {
      return new StrikeKey(tenant, Fingerprint.of("invoice\n" + invoice));
    }

    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return "STRIKE#" + what.value();
    }
  }

  /** The count. */
  record CountKey(TenantId tenant) implements Key {
    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return "STRIKES";
    }
  }

  /** The first is refused where it was counted before. */
  static List<Action> count(StrikeKey key, Instant at) {
    return List.of(
        note(key, at),
        Action.update(new CountKey(key.tenant()), "ADD complaints :one").with(":one", 1));
  }

  static Action note(StrikeKey key, Instant at) {
    return Action.put(new Row.Writer(key).instant("at", at)).ifAbsent();
  }

  static Action countAnew(TenantId tenant) {
    return Action.delete(new CountKey(tenant));
  }

  /** The first payment's time stays. */
  static Action settle(StrikeKey invoice, Instant at) {
    return Action.update(invoice, "SET settled_at = if_not_exists(settled_at, :at)")
        .with(":at", at);
  }

  /**
   * What must be so for a suspension, and is noted with it.
   *
   * @param at when it begins
   */
  static List<Action> of(TenantId tenant, Grounds grounds, Instant at) {
    return switch (grounds) {
      case Grounds.Decision _ -> List.of();
      case Grounds.Complaints(int atLeast) ->
          List.of(
              Action.check(new CountKey(tenant))
                  .when("complaints >= :least")
                  .with(":least", atLeast));
      case Grounds.News(MessageId message) -> List.of(note(StrikeKey.message(tenant, message), at));
      case Grounds.Debt(MessageId message, String invoice) ->
          List.of(note(StrikeKey.message(tenant, message), at), owed(tenant, invoice, at));
      case Grounds.Owed(String action, String invoice, long version) ->
          List.of(
              note(StrikeKey.action(tenant, action), at),
              owed(tenant, invoice, at),
              EnrollmentItem.check(tenant, version));
    };
  }

  private static Action owed(TenantId tenant, String invoice, Instant at) {
    return Action.update(StrikeKey.invoice(tenant, invoice), "SET suspended_at = :at")
        .when("attribute_not_exists(settled_at)")
        .with(":at", at);
  }

  /** Uses up the message that they are; nothing where they are none. */
  static List<Action> spend(TenantId tenant, Grounds grounds, Instant at) {
    return switch (grounds) {
      case Grounds.Decision _, Grounds.Complaints _, Grounds.Owed _ -> List.of();
      case Grounds.News(MessageId message) -> List.of(note(StrikeKey.message(tenant, message), at));
      case Grounds.Debt(MessageId message, String _) ->
          List.of(note(StrikeKey.message(tenant, message), at));
    };
  }
}
