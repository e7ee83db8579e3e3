package dev.tollgate.core.messages;

import dev.tollgate.core.kernel.UserId;

/** What a message says. Each kind says who asked for it and what its consumer does. */
public sealed interface Announcement {
  UserId user();

  /** Somebody signed up or asked again: send a link that proves the mailbox. */
  record VerificationRequested(UserId user) implements Announcement {}

  /** Somebody forgot a password: send a link that sets a new one. */
  record PasswordResetRequested(UserId user) implements Announcement {}

  /** A password was changed or reset: tell its owner, who may not have done it. */
  record PasswordChanged(UserId user) implements Announcement {}
}
