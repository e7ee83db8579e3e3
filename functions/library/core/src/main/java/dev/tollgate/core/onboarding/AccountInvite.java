package dev.tollgate.core.onboarding;

import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;

/** An account's invitation of one e-mail address to join it. Works once. */
public record AccountInvite(
    Fingerprint fingerprint,
    TenantId tenant,
    EmailAddress email,
    Role role,
    Instant expiresAt,
    InviteCode.State state) {

  boolean isOpen(Instant now) {
    return state == InviteCode.State.OPEN && now.isBefore(expiresAt);
  }
}
