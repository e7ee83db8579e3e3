package dev.tollgate.notifications;

import dev.tollgate.core.identity.Member;
import dev.tollgate.core.kernel.OneTimeSecret;
import java.time.Instant;

/** Everything one mail says, before it has words. */
sealed interface Letter {
  Member to();

  /** Proves the mailbox by a link. */
  record VerifyMailbox(Member to, OneTimeSecret secret) implements Letter {}

  /** Sets a new password by a link. */
  record ResetPassword(Member to, OneTimeSecret secret) implements Letter {}

  /** Tells the owner of a password, who may not have changed it. */
  record PasswordWasChanged(Member to, Instant at) implements Letter {}
}
