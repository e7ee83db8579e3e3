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
