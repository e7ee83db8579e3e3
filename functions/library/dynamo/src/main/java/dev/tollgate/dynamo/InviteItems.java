package dev.tollgate.dynamo;

import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.onboarding.AccountInvite;
import dev.tollgate.core.onboarding.InviteCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Invitations, the platform's and the accounts', by the fingerprint of their code. */
final class InviteItems {
  private InviteItems() {}

  record CodeKey(Fingerprint fingerprint) implements Key {
    @Override
    public String partition() {
      return "INVITECODE#" + fingerprint.value();
    }

    @Override
    public String sort() {
      return "INVITECODE";
    }
  }

  record AccountInviteKey(Fingerprint fingerprint) implements Key {
    @Override
    public String partition() {
      return "INVITE#" + fingerprint.value();
    }

    @Override
    public String sort() {
      return "INVITE";
    }
  }

  static Row.Writer write(InviteCode code) {
    return new Row.Writer(new CodeKey(code.fingerprint()))
        .text("fingerprint", code.fingerprint().value())
        .text("email", code.email().map(EmailAddress::value))
        .text("plan", code.plan())
        .text("trial", code.trial().map(Duration::toString))
        .instant("expires_at", code.expiresAt())
        .text("state", word(code.state()));
  }

  static InviteCode readCode(Row row) {
    return new InviteCode(
        new Fingerprint(row.text("fingerprint")),
        row.optionalText("email").map(EmailAddress::new),
        row.optionalText("plan"),
        row.optionalText("trial").map(Duration::parse),
        row.optionalInstant("expires_at"),
        state(row));
  }

  static Row.Writer write(AccountInvite invite) {
    return new Row.Writer(new AccountInviteKey(invite.fingerprint()))
        .text("fingerprint", invite.fingerprint().value())
        .text("tenant", invite.tenant().value())
        .text("email", invite.email().value())
        .text("role", invite.role().wireName())
        .instant("expires_at", invite.expiresAt())
        .text("state", word(invite.state()));
  }

  static AccountInvite readAccountInvite(Row row) {
    return new AccountInvite(
        new Fingerprint(row.text("fingerprint")),
        new TenantId(row.text("tenant")),
        new EmailAddress(row.text("email")),
        Role.parse(row.text("role"))
            .orElseThrow(() -> new IllegalStateException("an invitation to an unknown role")),
        row.instant("expires_at"),
        state(row));
  }

  /** Works once, and not after it was revoked. */
  static Action use(Key key, Instant now) {
    return Action.update(key, "SET #state = :used, used_at = :now")
        .when("#state = :open")
        .with(":used", word(InviteCode.State.USED))
        .with(":open", word(InviteCode.State.OPEN))
        .with(":now", now);
  }

  private static String word(InviteCode.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static InviteCode.State state(Row row) {
    return InviteCode.State.valueOf(row.text("state").toUpperCase(Locale.ROOT));
  }
}
