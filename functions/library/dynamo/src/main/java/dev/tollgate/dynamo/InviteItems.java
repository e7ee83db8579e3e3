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
  /** How long an account's invitation that is over stays to be looked at. */
  private static final Duration KEPT = Duration.ofDays(30);

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
        .text("state", word(invite.state()))
        .expires(invite.expiresAt().plus(KEPT)); // it has somebody's address, who never signed up
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

  /** Works once, and not after it was revoked; whose it was is of no use then. */
  static Action use(CodeKey code, Instant now) {
    return used(code, "SET #state = :used, used_at = :now REMOVE email", now);
  }

  /** The same; it goes by itself, and bears its address until then. */
  static Action use(AccountInviteKey invite, Instant now) {
    return used(invite, "SET #state = :used, used_at = :now", now);
  }

  private static Action used(Key key, String update, Instant now) {
    return Action.update(key, update)
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
