package dev.tollgate.core.trials;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.TrialPolicy;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.UserId;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.schedule.Agenda;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.core.subscriptions.PublicState;
import dev.tollgate.core.subscriptions.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the proof of a mailbox means for the trial of its owner: it is told, and it is the only one
 * that this mailbox gets.
 */
public final class ProvingTrial {
  private final Edition edition;
  private final StartingSubscription starting;
  private final Ids ids;

  public ProvingTrial(Edition edition, Ids ids) {
    this.edition = edition;
    this.starting = new StartingSubscription(edition);
    this.ids = ids;
  }

  /** Whose mailbox is proven, and what their account has. */
  public record Prover(UserId user, EmailAddress email, Account account, Enrollment enrollment) {
    private boolean isOwner() {
      return account.owner().equals(user);
    }
  }

  /** What is tried first: the trial is this mailbox's. */
  public TrialProof first(Prover prover, Instant now) {
    Optional<Mailbox> mailbox = mailbox(prover);
    return mailbox.isPresent()
        ? new TrialProof.Claim(mailbox.get(), prover.account().id(), now, welcome(prover, now))
        : new TrialProof.NoMatter(welcome(prover, now));
  }

  /** What follows where another tenant had one. What is paid for or was promised stays. */
  public TrialProof second(Prover prover, Client client, Instant now) {
    Enrollment old = prover.enrollment();
    if (running(old, now).isEmpty()
        || !(old.grant() instanceof Grant.Trial trial)
        || trial.promised()) {
      return new TrialProof.NoMatter(welcome(prover, now));
    }
    Enrollment next = old.with(starting.startWithoutTrial(now));
    AuditEntry entry =
        AuditEntry.of(
            AuditAction.TRIAL_REFUSED, prover.account().id(), prover.user(), client, now, ids);
    Announcement news =
        new Announcement.Published(
            "subscription.changed", PublicState.of(next, edition.terms(), now));
    return new TrialProof.Refused(
        next,
        Agenda.added(Optional.of(old), next, edition, now),
        entry,
        List.of(Message.of(news, prover.account().id(), now, ids)));
  }

  private Optional<Mailbox> mailbox(Prover prover) {
    return prover.isOwner()
            && prover.enrollment().grant() instanceof Grant.Trial
            && edition.trial() instanceof TrialPolicy.Trial policy
        ? Mailbox.of(prover.email(), policy.scope())
        : Optional.empty();
  }

  private List<Message> welcome(Prover prover, Instant now) {
    return running(prover.enrollment(), now)
        .filter(_ -> prover.isOwner())
        .map(trial -> new Announcement.TrialStarted(prover.user(), trial.plan(), trial.endsAt()))
        .map(started -> Message.of(started, prover.account().id(), now, ids))
        .stream()
        .toList();
  }

  /** The trial that we gave and that is not over. */
  private Optional<Subscription.Trialing> running(Enrollment enrollment, Instant now) {
    return enrollment.at(now, edition.terms()) instanceof Subscription.Trialing trial
            && trial.contract().isEmpty()
            && now.isBefore(trial.endsAt())
        ? Optional.of(trial)
        : Optional.empty();
  }
}
