package dev.tollgate.dynamo;

import dev.tollgate.core.identity.OneTimeToken;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** A mailed secret's fingerprint. */
final class OneTimeTokenItem {
  /** How long a link that is over can still say so. */
  private static final Duration KEPT = Duration.ofDays(30);

  private OneTimeTokenItem() {}

  record TokenKey(Fingerprint fingerprint) implements Key {
    @Override
    public String partition() {
      return "TOKEN#" + fingerprint.value();
    }

    @Override
    public String sort() {
      return "TOKEN";
    }
  }

  static Row.Writer write(OneTimeToken token) {
    return new Row.Writer(new TokenKey(token.fingerprint()))
        .text("fingerprint", token.fingerprint().value())
        .text("purpose", token.purpose().name().toLowerCase(Locale.ROOT))
        .text("tenant", token.tenant().value())
        .text("user", token.user().value())
        .number("credential_version", token.credentialVersion())
        .instant("expires_at", token.expiresAt())
        .instant("used_at", token.usedAt())
        .expires(token.expiresAt().plus(KEPT));
  }

  static OneTimeToken read(Row row) {
    return new OneTimeToken(
        new Fingerprint(row.text("fingerprint")),
        OneTimeToken.Purpose.valueOf(row.text("purpose").toUpperCase(Locale.ROOT)),
        new TenantId(row.text("tenant")),
        new UserId(row.text("user")),
        row.number("credential_version"),
        row.instant("expires_at"),
        row.optionalInstant("used_at"));
  }

  /** Works once. */
  static Action redeem(OneTimeToken token, Instant now) {
    return Action.update(new TokenKey(token.fingerprint()), "SET used_at = :now")
        .when("attribute_exists(pk) AND attribute_not_exists(used_at)")
        .with(":now", now);
  }
}
