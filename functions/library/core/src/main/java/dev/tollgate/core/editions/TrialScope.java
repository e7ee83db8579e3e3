package dev.tollgate.core.editions;

/** For whom a second trial is refused. */
public enum TrialScope {
  /** A tenant that has had one. */
  TENANT,
  /** Also a verified e-mail address that has had one, in whatever tenant. */
  EMAIL,
  /** Also a mailbox that has had one under another spelling, such as a plus-alias. */
  MAILBOX
}
