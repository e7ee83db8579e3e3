package dev.tollgate.core.apikeys;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Violation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Somebody makes a key for their account. Their mailbox must be proven by now, whatever grace they
 * have left: a key outlives the grace.
 */
public final class CreatingApiKey {
  /** How many keys an account may have that have not expired. */
  public static final int MOST = 50;

  private static final int LONGEST_LIFE_YEARS = 10;

  private final ApiKeys keys;
  private final Time time;
  private final Ids ids;
  private final RandomGenerator random;

  public CreatingApiKey(ApiKeys keys, Time time, Ids ids, RandomGenerator random) {
    this.keys = keys;
    this.time = time;
    this.ids = ids;
    this.random = random;
  }

  public Outcome create(Member creator, Wish wish, Client client) {
    User user = creator.user();
    if (!user.isVerified()) {
      return new NotVerified();
    }
    TenantId tenant = user.tenant();
    Instant now = stored(time.now(tenant));
    Optional<Instant> expiresAt = wish.expiresAt().map(CreatingApiKey::stored);
    List<Violation> violations = violations(wish.scopes(), expiresAt, now);
    if (!violations.isEmpty()) {
      return new Invalid(violations);
    }
    KeyText text = KeyText.random(tenant, random);
    ApiKey key =
        new ApiKey(
            ids.apiKey(now),
            tenant,
            wish.name().value(),
            text.fingerprint(),
            text.lastFour(),
            wish.scopes(),
            user.id(),
            now,
            expiresAt,
            Optional.empty());
    AuditEntry entry =
        AuditEntry.of(AuditAction.API_KEY_CREATED, tenant, user.id(), client, now, ids);
    return keys.create(key, MOST, entry) ? new Created(key, text) : new TooMany(MOST);
  }

  private static List<Violation> violations(
      Set<Scope> scopes, Optional<Instant> expiresAt, Instant now) {
    List<Violation> violations = new ArrayList<>();
    if (scopes.isEmpty()) {
      violations.add(new Violation("scopes", "must name at least one scope"));
    }
    Instant latest = now.atOffset(ZoneOffset.UTC).plusYears(LONGEST_LIFE_YEARS).toInstant();
    if (expiresAt.filter(at -> !at.isAfter(now) || at.isAfter(latest)).isPresent()) {
      violations.add(
          new Violation(
              "expires_at", "must be in the future, and within " + LONGEST_LIFE_YEARS + " years"));
    }
    return violations;
  }

  /** Times are kept in milliseconds, so the first answer says what every later one will. */
  private static Instant stored(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS);
  }

  /** The key that somebody wants. */
  public record Wish(KeyName name, Set<Scope> scopes, Optional<Instant> expiresAt) {
    public Wish {
      scopes = Set.copyOf(scopes);
    }
  }

  /** What the client hears. */
  public sealed interface Outcome {}

  /**
   * @param text to be shown now and never again
   */
  public record Created(ApiKey key, KeyText text) implements Outcome {}

  /** The creator's mailbox is not proven. */
  public record NotVerified() implements Outcome {}

  public record Invalid(List<Violation> violations) implements Outcome {}

  /** One has to be revoked first. */
  public record TooMany(int most) implements Outcome {}
}
