package dev.tollgate.core.accounts;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * A customer company, the owner of everything its people make.
 *
 * @param name as its people write it; the owner's own name where no company was given
 * @param zone where its days and months begin and end
 * @param language what it is written to in, as far as there are words
 * @param signedOutAt when all sessions of its people ended at once the last time
 */
public record Account(
    TenantId id,
    String name,
    UserId owner,
    Instant createdAt,
    ZoneId zone,
    Locale language,
    Standing standing,
    Erasure erasure,
    Optional<Instant> signedOutAt) {

  /** By its name in the IANA database, as every zone here is. */
  private static final ZoneId UTC = ZoneId.of("UTC");

  /** Of an account that stays. */
  public Account(
      TenantId id,
      String name,
      UserId owner,
      Instant createdAt,
      ZoneId zone,
      Locale language,
      Standing standing) {
    this(
        id, name, owner, createdAt, zone, language, standing, new Erasure.None(), Optional.empty());
  }

  /**
   * As every account begins: in good standing, in UTC and English until somebody says otherwise.
   */
  public static Account founded(TenantId id, String name, UserId owner, Instant now) {
    return new Account(id, name, owner, now, UTC, Locale.ENGLISH, new Standing.Good());
  }

  public Account with(AccountChange change) {
    return new Account(
        id,
        change.name().orElse(name),
        owner,
        createdAt,
        change.zone().orElse(zone),
        change.language().orElse(language),
        standing,
        erasure,
        signedOutAt);
  }

  public Account with(Standing changed) {
    return new Account(id, name, owner, createdAt, zone, language, changed, erasure, signedOutAt);
  }

  public Account with(Erasure changed) {
    return new Account(id, name, owner, createdAt, zone, language, standing, changed, signedOutAt);
  }

  /** All sessions that were opened by then are over. */
  public Account signedOut(Instant at) {
    return new Account(
        id, name, owner, createdAt, zone, language, standing, erasure, Optional.of(at));
  }

  /** Whether a session that was opened at that time ended with all others since. */
  public boolean endedSessionOf(Instant openedAt) {
    return signedOutAt.filter(end -> !openedAt.isAfter(end)).isPresent();
  }

  /** When it will be erased, where somebody asked for it. */
  public Optional<Instant> erasesAt() {
    return erasure instanceof Erasure.Scheduled scheduled
        ? Optional.of(scheduled.at())
        : Optional.empty();
  }

  /** Whether it is being erased, or its time has come: nobody gets in, and nothing undoes it. */
  public boolean isClosed(Instant now) {
    return switch (erasure) {
      case Erasure.None _, Erasure.TakenBack _ -> false;
      case Erasure.Scheduled scheduled -> !now.isBefore(scheduled.at());
      case Erasure.Running _ -> true;
    };
  }
}
