package dev.tollgate.account;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.Erasure;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.erasure.Erasures;
import dev.tollgate.core.identity.NewPassword;
import dev.tollgate.core.identity.Password;
import dev.tollgate.core.identity.PasswordHash;
import dev.tollgate.core.identity.PasswordHasher;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.limits.Attempt;
import dev.tollgate.core.limits.Attempts;
import dev.tollgate.core.limits.TooManyAttempts;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.subscriptions.Enrollment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way out: passwords in the clear, attempts counted, erasures noted in the account. */
final class Exit implements Erasures, Attempts, PasswordHasher {
  final List<Announcement> told = new ArrayList<>();
  final List<AuditEntry> audited = new ArrayList<>();
  final List<DueAction> due = new ArrayList<>();
  int attempts;
  int most = Integer.MAX_VALUE;

  /** Before the next schedule is written. */
  Runnable meanwhile = () -> {};

  private final People people;

  Exit(People people) {
    this.people = people;
  }

  @Override
  public boolean schedule(
      Account seen, Account scheduled, List<DueAction> actions, AuditEntry entry, Message message) {
    meanwhile.run();
    if (!seen.erasure().equals(people.account.erasure())) {
      return false;
    }
    people.account = scheduled;
    due.addAll(actions);
    audited.add(entry);
    return told.add(message.announcement());
  }

  @Override
  public boolean move(TenantId tenant, Erasure seen, Erasure next) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void empty(TenantId tenant) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void forgetTime(TenantId tenant) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean end(Enrollment seen, AuditEntry erased) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<TooManyAttempts> count(
      List<Attempt> tries, Optional<AuditEntry> entry, Optional<Message> message) {
    attempts++;
    return attempts > most
        ? Optional.of(new TooManyAttempts(Duration.ofSeconds(30)))
        : Optional.empty();
  }

  @Override
  public boolean matches(Password password, PasswordHash hash) {
    return password.text().equals(hash.value());
  }

  @Override
  public PasswordHash hash(NewPassword password) {
    throw new UnsupportedOperationException();
  }

  @Override
  public PasswordHash upgrade(Password password) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void pretend(Password password) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isOutdated(PasswordHash hash) {
    throw new UnsupportedOperationException();
  }
}
