package dev.tollgate.account;

import dev.tollgate.core.identity.Role;
import dev.tollgate.lambda.views.AccountView;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/**
 * An account as one of its people sees it.
 *
 * @param timeZone where its days and months begin, as the IANA database names it
 * @param language what it is written to in, as far as there are words: a tag of BCP 47
 * @param role the caller's
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record OwnAccountView(
    String id, String name, String timeZone, String language, String createdAt, String role) {
  static OwnAccountView of(AccountView account, Role role) {
    return new OwnAccountView(
        account.id(),
        account.name(),
        account.timeZone(),
        account.language(),
        account.createdAt(),
        role.wireName());
  }
}
