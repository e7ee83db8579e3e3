package dev.tollgate.core.identity;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.limits.Attempt;
import dev.tollgate.core.limits.Counter;
import dev.tollgate.core.limits.TooManyAttempts;
import java.util.List;
import java.util.Optional;

/** What logging in reads and writes. */
public interface Logins {

  /** Who has this address, and whether the attempts are still within their rules: one read. */
  Lookup lookUp(EmailAddress email, List<Attempt> attempts);

  /**
   * Counts the attempts, with an entry where somebody is known: one transaction. A value means that
   * they were over a rule and nothing was written.
   */
  Optional<TooManyAttempts> fail(Lookup lookup, Optional<AuditEntry> entry);

  /** Counts the attempts and stores the session, all or nothing: one transaction. */
  Result open(Lookup lookup, Opening opening);

  /**
   * What a login writes.
   *
   * @param upgraded the same password under a better hash
   * @param owned the account as it was read, where the person owns it: an erasure that is asked for
   *     or begins in this moment is not overlooked
   * @param comeback where the login takes an erasure back
   */
  record Opening(
      Session session,
      Optional<PasswordHash> upgraded,
      AuditEntry entry,
      Optional<Account> owned,
      Optional<Comeback> comeback) {}

  /** How it went. */
  sealed interface Result {
    record Opened() implements Result {}

    /** The attempts were over a rule, and nothing was written. */
    record TooMany(TooManyAttempts refusal) implements Result {}

    /** The owner's account moved since it was read, and nothing was written. */
    record Moved() implements Result {}
  }

  /** The state of things when the request came. */
  record Lookup(Optional<UserRef> user, List<Counter> counters) {
    /** Present where an attempt is over its rule already. */
    Optional<TooManyAttempts> refusal() {
      return counters.stream().flatMap(counter -> counter.refusal().stream()).findFirst();
    }
  }
}
