package dev.tollgate.dynamo;

import dev.tollgate.core.identity.Session;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.SealedText;
import dev.tollgate.core.kernel.SessionId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A session: what guards look at, and the present and previous refresh token's fingerprints. */
final class SessionItem {
  /** How long a dead session stays to be looked at. */
  private static final Duration KEPT = Duration.ofDays(30);

  private SessionItem() {}

  record SessionKey(TenantId tenant, UserId user, SessionId session) implements Key {
    static SessionKey of(Session session) {
      return new SessionKey(session.tenant(), session.user(), session.id());
    }

    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return prefix(user) + session.value();
    }

    /** All sessions of one person. */
    static String prefix(UserId user) {
      return "SESSION#" + user.value() + "#";
    }
  }

  static Row.Writer write(Session session) {
    return new Row.Writer(SessionKey.of(session))
        .text("tenant", session.tenant().value())
        .text("user", session.user().value())
        .text("id", session.id().value())
        .number("credential_version", session.credentialVersion())
        .number("generation", session.generation())
        .text("family", session.family().value())
        .text("current", session.current().value())
        .nested("previous", session.previous().map(SessionItem::write).orElse(null))
        .text("address", session.client().address())
        .text("user_agent", session.client().userAgent())
        .instant("created_at", session.createdAt())
        .instant("last_used_at", session.lastUsedAt())
        .instant("expires_at", session.expiresAt())
        .instant("revoked_at", session.revokedAt())
        .expires(session.expiresAt().plus(KEPT));
  }

  static Session read(Row row) {
    return new Session(
        new TenantId(row.text("tenant")),
        new UserId(row.text("user")),
        new SessionId(row.text("id")),
        row.number("credential_version"),
        row.number("generation"),
        new Fingerprint(row.text("family")),
        new Fingerprint(row.text("current")),
        row.nested("previous").map(SessionItem::readPrevious),
        new Client(row.text("address"), row.text("user_agent")),
        row.instant("created_at"),
        row.instant("last_used_at"),
        row.instant("expires_at"),
        row.optionalInstant("revoked_at"));
  }

  /** One generation further, unless somebody else went there or the session has ended. */
  static Action rotate(Session next) {
    return Action.put(write(next))
        .when(
            "generation = :before AND credential_version = :version"
                + " AND attribute_not_exists(revoked_at)")
        .with(":before", next.generation() - 1)
        .with(":version", next.credentialVersion());
  }

  /** The first end counts. */
  static Action revoke(SessionKey key, Instant now) {
    return Action.update(key, "SET revoked_at = if_not_exists(revoked_at, :now)")
        .ifPresent()
        .with(":now", now);
  }

  /** Carries the session over to the new password. */
  static Action keep(Session kept) {
    return Action.update(SessionKey.of(kept), "SET credential_version = :version")
        .when("attribute_exists(pk) AND attribute_not_exists(revoked_at)")
        .with(":version", kept.credentialVersion());
  }

  private static Row.@Nullable Writer write(Session.Predecessor previous) {
    return Row.Writer.nested()
        .text("secret", previous.secret().value())
        .text("successor", previous.successor().value())
        .text("address", previous.client().address())
        .text("user_agent", previous.client().userAgent())
        .instant("rotated_at", previous.rotatedAt());
  }

  private static Session.Predecessor readPrevious(Row row) {
    return new Session.Predecessor(
        new Fingerprint(row.text("secret")),
        new SealedText(row.text("successor")),
        new Client(row.text("address"), row.text("user_agent")),
        row.instant("rotated_at"));
  }
}
