package dev.tollgate.lambda.views;

import dev.tollgate.core.accounts.Account;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * An account without any billing data.
 *
 * @param timeZone where its days and months begin, as the IANA database names it
 * @param language what it is written to in, as far as there are words: a tag of BCP 47
 * @param erasesAt null unless its owner asked for its erasure, which the owner's login undoes
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record AccountView(
    String id,
    String name,
    String timeZone,
    String language,
    String createdAt,
    @Nullable String erasesAt) {

  public static AccountView of(Account account) {
    return new AccountView(
        account.id().value(),
        account.name(),
        account.zone().getId(),
        account.language().toLanguageTag(),
        account.createdAt().toString(),
        Wire.time(account.erasesAt()));
  }
}
