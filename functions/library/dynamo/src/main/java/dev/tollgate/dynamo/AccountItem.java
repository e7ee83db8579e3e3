package dev.tollgate.dynamo;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.AccountChange;
import dev.tollgate.core.accounts.Erasure;
import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.accounts.SuspensionCause;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The account itself. */
final class AccountItem {
  /** All that say whether the account is on its way out. */
  private static final List<String> ERASURE_FIELDS =
      List.of("erasure", "erasure_since", "erasure_at", "erasure_contract");

  private AccountItem() {}

  record AccountKey(TenantId tenant) implements Key {
    static final String SORT = "ACCOUNT";

    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return SORT;
    }
  }

  static Row.Writer write(Account account) {
    Row.Writer row =
        new Row.Writer(new AccountKey(account.id()))
            .text("id", account.id().value())
            .text("name", account.name())
            .text("owner", account.owner().value())
            .text("zone", account.zone().getId())
            .text("language", account.language().toLanguageTag())
            .instant("created_at", account.createdAt())
            .instant("signed_out_at", account.signedOutAt());
    write(row, account.erasure());
    return switch (account.standing()) {
      case Standing.Good _ -> row.text("standing", "good");
      case Standing.Suspended suspended ->
          row.text("standing", "suspended")
              .text("suspended_cause", suspended.cause().wireName())
              .text("suspended_reason", suspended.reason())
              .instant("suspended_at", suspended.since());
    };
  }

  private static void write(Row.Writer row, Erasure erasure) {
    switch (erasure) {
      case Erasure.None _ -> {}
      case Erasure.Scheduled scheduled ->
          row.text("erasure", "scheduled")
              .instant("erasure_since", scheduled.since())
              .instant("erasure_at", scheduled.at())
              .text("erasure_contract", scheduled.ended());
      case Erasure.Running running ->
          row.text("erasure", "running").instant("erasure_at", running.at());
      case Erasure.TakenBack back ->
          row.text("erasure", "taken_back")
              .instant("erasure_at", back.at())
              .text("erasure_contract", back.ended());
    }
  }

  /** Another state of erasure in place of the one that was read, and of nothing else. */
  static Action move(TenantId tenant, Erasure seen, Erasure next) {
    return moved(new AccountKey(tenant), seen, next, "");
  }

  /** The same, and everybody's sessions are over. */
  static Action close(Account seen, Account scheduled) {
    return moved(
            new AccountKey(seen.id()),
            seen.erasure(),
            scheduled.erasure(),
            ", signed_out_at = :out")
        .with(":out", scheduled.signedOutAt().orElseThrow());
  }

  private static Action moved(AccountKey key, Erasure seen, Erasure next, String more) {
    Row.Writer written = Row.Writer.nested();
    write(written, next);
    Map<String, AttributeValue> values = written.attributes();
    String sets =
        ERASURE_FIELDS.stream()
            .filter(values::containsKey)
            .map(field -> field + " = :next_" + field)
            .collect(Collectors.joining(", "));
    String removes =
        ERASURE_FIELDS.stream()
            .filter(field -> !values.containsKey(field))
            .collect(Collectors.joining(", "));
    Action update =
        Action.update(
            key,
            (sets.isEmpty() ? "" : "SET " + sets + more)
                + (removes.isEmpty() ? "" : " REMOVE " + removes));
    for (String field : values.keySet()) {
      update = update.with(":next_" + field, values.get(field));
    }
    return ifStillSo(update, seen);
  }

  /** The account must be on its way out, or not, as it was read. */
  static Action ifErasureIs(TenantId tenant, Erasure seen) {
    return ifStillSo(Action.check(new AccountKey(tenant)), seen);
  }

  private static Action ifStillSo(Action action, Erasure seen) {
    Row.Writer written = Row.Writer.nested();
    write(written, seen);
    Map<String, AttributeValue> values = written.attributes();
    String condition =
        ERASURE_FIELDS.stream()
            .map(
                field ->
                    values.containsKey(field)
                        ? field + " = :seen_" + field
                        : "attribute_not_exists(" + field + ")")
            .collect(Collectors.joining(" AND "));
    Action checked = action.when("attribute_exists(pk) AND " + condition);
    for (String field : values.keySet()) {
      checked = checked.with(":seen_" + field, values.get(field));
    }
    return checked;
  }

  /**
   * Only of who is in good standing; what a payment ends gives way to what a person ends. Nothing
   * else of the account is touched, so whoever renames it meanwhile loses nothing.
   */
  static Action suspend(TenantId tenant, Standing.Suspended suspended) {
    Action update =
        Action.update(
                new AccountKey(tenant),
                "SET standing = :suspended, suspended_cause = :cause,"
                    + " suspended_reason = :reason, suspended_at = :at")
            .with(":suspended", "suspended")
            .with(":cause", suspended.cause().wireName())
            .with(":reason", suspended.reason())
            .with(":at", suspended.since())
            .with(":good", "good");
    return suspended.cause().endsByPayment()
        ? update.when("standing = :good")
        : update
            .when("standing = :good OR (standing = :suspended AND suspended_cause = :debt)")
            .with(":debt", SuspensionCause.FAILED_PAYMENTS.wireName());
  }

  /** Only of who stands under exactly that suspension. */
  static Action restore(TenantId tenant, Standing.Suspended ended) {
    return Action.update(
            new AccountKey(tenant),
            "SET standing = :good REMOVE suspended_cause, suspended_reason, suspended_at")
        .when("standing = :suspended AND suspended_cause = :cause AND suspended_at = :since")
        .with(":good", "good")
        .with(":suspended", "suspended")
        .with(":cause", ended.cause().wireName())
        .with(":since", ended.since());
  }

  static Action ifSuspended(TenantId tenant) {
    return Action.check(new AccountKey(tenant))
        .when("standing = :suspended")
        .with(":suspended", "suspended");
  }

  static Account read(Row row) {
    return new Account(
        new TenantId(row.text("id")),
        row.text("name"),
        new UserId(row.text("owner")),
        row.instant("created_at"),
        ZoneId.of(row.text("zone")),
        row.optionalText("language").map(Locale::forLanguageTag).orElse(Locale.ENGLISH),
        standing(row),
        erasure(row),
        row.optionalInstant("signed_out_at"));
  }

  /** A word we do not know is no leave to go on. */
  private static Erasure erasure(Row row) {
    Optional<String> word = row.optionalText("erasure");
    if (word.isEmpty()) {
      return new Erasure.None();
    }
    Instant at = row.instant("erasure_at");
    return switch (word.get()) {
      case "scheduled" ->
          new Erasure.Scheduled(
              row.instant("erasure_since"), at, row.optionalText("erasure_contract"));
      case "running" -> new Erasure.Running(at);
      case "taken_back" -> new Erasure.TakenBack(at, row.text("erasure_contract"));
      default -> throw new IllegalStateException("an account in an unknown state of erasure");
    };
  }

  /**
   * Sets what is given and leaves the rest as it is by then: the standing may have changed since
   * this was decided. An absent name or zone is set to itself; an old account has no language to
   * set.
   */
  static Action change(TenantId tenant, AccountChange change) {
    Optional<String> zone = change.zone().map(ZoneId::getId);
    return Action.update(
            new AccountKey(tenant),
            "SET #name = "
                + change.name().map(_ -> ":name").orElse("#name")
                + ", #zone = "
                + zone.map(_ -> ":zone").orElse("#zone")
                + change.language().map(_ -> ", #language = :language").orElse(""))
        .ifPresent()
        .withOptional(":name", change.name())
        .withOptional(":zone", zone)
        .withOptional(":language", change.language().map(Locale::toLanguageTag));
  }

  /** A word we do not know is no leave to work. */
  private static Standing standing(Row row) {
    return switch (row.text("standing")) {
      case "good" -> new Standing.Good();
      case "suspended" ->
          new Standing.Suspended(
              cause(row.text("suspended_cause")),
              row.text("suspended_reason"),
              row.instant("suspended_at"));
      default -> throw new IllegalStateException("an account of unknown standing");
    };
  }

  private static SuspensionCause cause(String word) {
    return Arrays.stream(SuspensionCause.values())
        .filter(cause -> cause.wireName().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a suspension of unknown cause"));
  }
}
