package dev.tollgate.core.onboarding;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Session;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.limits.Attempt;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.trials.Mailbox;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a sign-up writes, all of it or nothing.
 *
 * @param founds true where the account is new, false where the person joins one
 * @param seat empty where the edition does not count users
 * @param due what must happen later, where the account is new
 * @param untried that must not have had a trial, where this begins with one
 * @param invitation the fingerprint of the code that this uses up
 */
public record Registration(
    Member member,
    boolean founds,
    Optional<Seat> seat,
    Optional<Fingerprint> invitation,
    Optional<Session> session,
    List<Attempt> attempts,
    List<Message> messages,
    List<DueAction> due,
    Optional<Mailbox> untried,
    AuditEntry entry,
    Optional<Fingerprint> request) {}
