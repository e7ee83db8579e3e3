package dev.tollgate.core.billing;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Enrollments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A tenant ends its contract, at once or with the period, or takes that back. */
public final class EndingSubscription {
  private final Enrollments enrollments;
  private final Contracts contracts;
  private final RefreshingEnrollment refreshing;
  private final BillingChanges changes;
  private final Time time;
  private final Ids ids;

  public EndingSubscription(
      Enrollments enrollments,
      Contracts contracts,
      RefreshingEnrollment refreshing,
      BillingChanges changes,
      Time time,
      Ids ids) {
    this.enrollments = enrollments;
    this.contracts = contracts;
    this.refreshing = refreshing;
    this.changes = changes;
    this.time = time;
    this.ids = ids;
  }

  public Outcome cancel(Member member, boolean atPeriodEnd, Client client) {
    Optional<Enrollment> found = subscribed(member);
    if (found.isEmpty()) {
      return new NotSubscribed();
    }
    Enrollment enrollment = found.get();
    Contract contract = enrollment.contract().orElseThrow();
    if (!atPeriodEnd) {
      contracts.cancelNow(contract.id(), "cancel-now-" + contract.id());
    } else if (contract.cancelsAt().isEmpty()) {
      contracts.cancelAtPeriodEnd(contract.id(), key("cancel", enrollment));
    }
    return done(member, enrollment, AuditAction.CANCELLATION_REQUESTED, client);
  }

  public Outcome resume(Member member, Client client) {
    Optional<Enrollment> found = subscribed(member);
    if (found.isEmpty()) {
      return new NotSubscribed();
    }
    Enrollment enrollment = found.get();
    Contract contract = enrollment.contract().orElseThrow();
    if (contract.cancelsAt().isEmpty()) {
      return new Done(enrollment); // nothing to take back
    }
    contracts.resume(contract.id(), key("resume", enrollment));
    return done(member, enrollment, AuditAction.CANCELLATION_WITHDRAWN, client);
  }

  private Optional<Enrollment> subscribed(Member member) {
    return enrollments.find(member.account().id()).filter(Enrollment::isSubscribed);
  }

  /** Cancelling, resuming and cancelling again are three things: the version tells them apart. */
  private static String key(String what, Enrollment enrollment) {
    return what + "-" + enrollment.tenant().value() + "-" + enrollment.version();
  }

  private Outcome done(Member member, Enrollment enrollment, AuditAction action, Client client) {
    TenantId tenant = enrollment.tenant();
    Instant now = time.now(tenant);
    changes.commit(
        new BillingChange(
            tenant,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(AuditEntry.of(action, tenant, member.user().id(), client, now, ids)),
            List.of(),
            now));
    return new Done(
        refreshing
            .refresh(tenant, enrollment.customer().id().orElseThrow())
            .map(RefreshingEnrollment.Refreshed::enrollment)
            .orElse(enrollment));
  }

  /** What the client hears. */
  public sealed interface Outcome {}

  public record Done(Enrollment enrollment) implements Outcome {}

  /** There is no contract that could be ended. */
  public record NotSubscribed() implements Outcome {}
}
