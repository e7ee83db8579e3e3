package dev.tollgate.notifications;

import dev.tollgate.core.kernel.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** One letter of each kind about a trial. */
final class TrialLetters {
  static final Instant END = Instant.parse("2026-03-15T10:00:00Z");
  private static final Money AMOUNT = new Money(4900, "USD");

  private TrialLetters() {}

  /**
   * @param plan the trial's, by key
   */
  static Map<MailKind, Letter> to(Reader to, String plan) {
    Map<MailKind, Letter> letters = new EnumMap<>(MailKind.class);
    letters.put(MailKind.TRIAL_STARTED, new Letter.TrialBegan(to, plan, END));
    letters.put(
        MailKind.TRIAL_ENDING,
        new Letter.TrialWillEnd(to, plan, END, END.minus(Duration.ofDays(3))));
    letters.put(
        MailKind.TRIAL_CHARGE_COMING,
        new Letter.TrialWillEnd(to, plan, END, END.minus(Duration.ofDays(1))));
    letters.put(MailKind.TRIAL_ENDED, new Letter.TrialIsOver(to, plan, END));
    letters.put(MailKind.TRIAL_LOCKED, new Letter.GraceIsOver(to, plan));
    letters.put(
        MailKind.TRIAL_CHARGE_FAILED,
        new Letter.FirstChargeRefused(
            to, AMOUNT, Optional.of(END.plus(Duration.ofDays(1))), Optional.empty()));
    letters.put(
        MailKind.TRIAL_CHARGE_FAILED_FINALLY,
        new Letter.FirstChargeRefused(
            to, AMOUNT, Optional.empty(), Optional.of(BillingLetters.PAGE)));
    return letters;
  }
}
