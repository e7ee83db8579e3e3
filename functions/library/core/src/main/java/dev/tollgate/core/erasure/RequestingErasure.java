package dev.tollgate.core.erasure;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.Erasure;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.editions.RateLimits;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.Password;
import dev.tollgate.core.identity.PasswordHash;
import dev.tollgate.core.identity.PasswordHasher;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.limits.Attempt;
import dev.tollgate.core.limits.Attempts;
import dev.tollgate.core.limits.TooManyAttempts;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.schedule.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The owner asks for the account to be erased. From then on everybody is logged out, the contract
 * ends with its period, and everything is as it was for whoever logs in; what the owner's login
 * does is undo it.
 */
public final class RequestingErasure {
  /** In which the owner may think better of it. */
  public static final Duration DELAY = Duration.ofDays(30);

  /** Stands for the account's name, for who cannot type that. */
  public static final String WORD = "DELETE";

  private static final String ACTION = "login";
  private static final int ROUNDS = 5;

  private final RateLimits rateLimits;
  private final Attempts attempts;
  private final Members members;
  private final PasswordHasher hasher;
  private final Erasures erasures;
  private final Time time;
  private final Ids ids;

  public RequestingErasure(
      RateLimits rateLimits,
      Attempts attempts,
      Members members,
      PasswordHasher hasher,
      Erasures erasures,
      Time time,
      Ids ids) {
    this.rateLimits = rateLimits;
    this.attempts = attempts;
    this.members = members;
    this.hasher = hasher;
    this.erasures = erasures;
    this.time = time;
    this.ids = ids;
  }

  /**
   * @param confirm what the person typed to say that they mean it
   */
  public Outcome request(Principal principal, Password password, String confirm, Client client) {
    User user = principal.member().user();
    Account account = principal.member().account();
    if (user.role() == Role.PLATFORM_ADMIN || !account.owner().equals(user.id())) {
      return new NotTheirs();
    }
    if (!confirm.strip().equals(WORD) && !confirm.strip().equals(account.name())) {
      return new NotConfirmed();
    }
    // Guesses count against the same rule as guesses at the login.
    Optional<TooManyAttempts> refusal =
        attempts.count(Attempt.of(ACTION, rateLimits.login(), client, user.email(), time.now()));
    if (refusal.isPresent()) {
      return new RateLimited(refusal.get());
    }
    Optional<PasswordHash> hash = user.password();
    if (hash.isEmpty() || !hasher.matches(password, hash.get())) {
      return new WrongPassword();
    }
    return schedule(principal.member(), client);
  }

  private Outcome schedule(Member first, Client client) {
    Optional<Member> member = Optional.of(first);
    for (int round = 0; round < ROUNDS && member.isPresent(); round++) {
      User user = member.get().user();
      Account account = member.get().account();
      if (!account.owner().equals(user.id())) {
        return new NotTheirs();
      }
      if (account.erasesAt().isPresent()) {
        return new Scheduled(account.erasesAt().get());
      }
      Instant now = time.now(user.tenant());
      Instant at = now.plus(DELAY);
      Account scheduled =
          account.with(new Erasure.Scheduled(now, at, ended(account))).signedOut(now);
      if (erasures.schedule(
          account,
          scheduled,
          Agenda.of(scheduled),
          AuditEntry.of(AuditAction.ERASURE_REQUESTED, user.tenant(), user.id(), client, now, ids),
          Message.of(new Announcement.ErasureScheduled(user.id(), at), user.tenant(), now, ids))) {
        return new Scheduled(at);
      }
      member = members.find(user.tenant(), user.id());
    }
    throw new Unavailable("the account kept moving");
  }

  /** What an earlier erasure told to end and nobody has told otherwise yet. */
  private static Optional<String> ended(Account account) {
    return account.erasure() instanceof Erasure.TakenBack(var _, String contract)
        ? Optional.of(contract)
        : Optional.empty();
  }

  /** What the client hears. */
  public sealed interface Outcome {}

  /**
   * @param at when it begins, unless the owner logs in before
   */
  public record Scheduled(Instant at) implements Outcome {}

  /** It is not the person's account to erase, or the platform's own. */
  public record NotTheirs() implements Outcome {}

  public record NotConfirmed() implements Outcome {}

  public record WrongPassword() implements Outcome {}

  public record RateLimited(TooManyAttempts refusal) implements Outcome {}
}
