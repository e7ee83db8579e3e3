package dev.tollgate.notifications;

import dev.tollgate.core.kernel.Money;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** One letter of each kind about plans and payments. */
final class BillingLetters {
  static final String PAGE = "https://invoice.stripe.test/i/acct_1/live_abc?s=ap&x=1";
  static final Money AMOUNT = new Money(1900, "USD");
  static final Instant NEXT_TRY = Instant.parse("2026-03-04T23:30:00Z");

  private BillingLetters() {}

  static Map<MailKind, Letter> to(Reader member) {
    return of(member, AMOUNT, Optional.of(PAGE));
  }

  static Map<MailKind, Letter> of(Reader to, Money amount, Optional<String> page) {
    Map<MailKind, Letter> letters = new EnumMap<>(MailKind.class);
    letters.put(MailKind.SUBSCRIPTION_STARTED, new Letter.PlanStarted(to, "pro"));
    letters.put(MailKind.SUBSCRIPTION_ENDED, new Letter.PlanEnded(to, "pro"));
    letters.put(MailKind.PAYMENT_RECEIVED, new Letter.Receipt(to, "A1B2-0001", amount, page));
    letters.put(
        MailKind.PAYMENT_FAILED,
        new Letter.PaymentRefused(to, amount, Optional.of(NEXT_TRY), page));
    letters.put(
        MailKind.PAYMENT_FAILED_FINALLY,
        new Letter.PaymentRefused(to, amount, Optional.empty(), page));
    letters.put(MailKind.PAYMENT_ACTION_REQUIRED, new Letter.ConfirmPayment(to, amount, page));
    letters.put(MailKind.PAYMENT_REFUNDED, new Letter.MoneyReturned(to, amount));
    letters.put(MailKind.PLAN_CHANGED, new Letter.PlanIsAnother(to, "starter", "pro"));
    letters.put(MailKind.COMPLIMENTARY_GRANTED, new Letter.PlanWasGiven(to, "pro"));
    letters.put(MailKind.ACCESS_ENDING, new Letter.AccessWillEnd(to, NEXT_TRY));
    letters.put(MailKind.ACCESS_ENDED, new Letter.AccessIsOver(to));
    return letters;
  }
}
