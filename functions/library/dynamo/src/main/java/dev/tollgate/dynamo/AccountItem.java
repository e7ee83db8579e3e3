package dev.tollgate.dynamo;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.AccountChange;
import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.accounts.SuspensionCause;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/** The account itself. */
final class AccountItem {
  private AccountItem() {}

  record AccountKey(TenantId tenant) implements Key {
    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return "ACCOUNT";
    }
  }

  static Row.Writer write(Account account) {
    Row.Writer row =
        new Row.Writer(new AccountKey(account.id()))
            .text("id", account.id().value())
            .text("name", account.name())
            .text("owner", account.owner().value())
            .text("zone", account.zone().getId())
            .instant("created_at", account.createdAt());
    return switch (account.standing()) {
      case Standing.Good _ -> row.text("standing", "good");
      case Standing.Suspended suspended ->
          row.text("standing", "suspended")
              .text("suspended_cause", suspended.cause().wireName())
              .text("suspended_reason", suspended.reason())
              .instant("suspended_at", suspended.since());
    };
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
        standing(row));
  }

  /**
   * Sets what is given and leaves the rest as it is by then: the standing may have changed since
   * this was decided. An absent one of the two is set to itself.
   */
  static Action change(TenantId tenant, AccountChange change) {
    Optional<String> zone = change.zone().map(ZoneId::getId);
    return Action.update(
            new AccountKey(tenant),
            "SET #name = "
                + change.name().map(_ -> ":name").orElse("#name")
                + ", #zone = "
                + zone.map(_ -> ":zone").orElse("#zone"))
        .ifPresent()
        .withOptional(":name", change.name())
        .withOptional(":zone", zone);
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
