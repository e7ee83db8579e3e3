package dev.tollgate.notifications;

import dev.tollgate.core.editions.Meter;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** One letter of each kind about the kill switch and about limits. */
final class AccountLetters {
  static final String REASON = "12 people called your mail spam. Write to <help@tollgate.test>.";
  private static final long GIBIBYTE = 1L << 30;

  private AccountLetters() {}

  static Map<MailKind, Letter> to(Reader member) {
    Map<MailKind, Letter> letters = new EnumMap<>(MailKind.class);
    letters.put(MailKind.ACCOUNT_SUSPENDED, new Letter.AccountStopped(member, REASON));
    letters.put(MailKind.ACCOUNT_RESTORED, new Letter.AccountWorksAgain(member));
    letters.put(MailKind.LIMIT_NEAR, limit(member, Meter.EMAILS, 95, 1_900, 2_000));
    letters.put(
        MailKind.LIMIT_REACHED,
        limit(member, Meter.STORAGE_BYTES, 100, 5 * GIBIBYTE, 5 * GIBIBYTE));
    letters.put(
        MailKind.ERASURE_SCHEDULED,
        new Letter.AccountWillBeErased(member, Instant.parse("2026-03-31T10:00:00Z")));
    letters.put(MailKind.ERASURE_UNDONE, new Letter.AccountStays(member));
    return letters;
  }

  static Letter limit(Reader to, Meter meter, int percent, long used, long limit) {
    return new Letter.LimitComesNear(to, meter, percent, used, limit);
  }
}
