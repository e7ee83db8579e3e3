package dev.tollgate.lambda.views;

import dev.tollgate.core.accounts.Account;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/**
 * An account without any billing data.
 *
 * @param timeZone where its days and months begin, as the IANA database names it
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record AccountView(String id, String name, String timeZone, String createdAt) {

  public static AccountView of(Account account) {
    return new AccountView(
        account.id().value(),
        account.name(),
        account.zone().getId(),
        account.createdAt().toString());
  }
}
