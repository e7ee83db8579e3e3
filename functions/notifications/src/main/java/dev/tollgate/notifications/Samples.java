package dev.tollgate.notifications;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.MeterPolicy;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.editions.TrialPolicy;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.OneTimeSecret;
import dev.tollgate.core.messages.Mail;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One letter of every kind that an edition sends, to somebody who does not exist. */
final class Samples {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofDays(14));
  private static final Optional<String> PAGE = Optional.of("https://pay.example.com/invoice");

  private final Edition edition;
  private final Reader reader;
  private final OneTimeSecret secret = new OneTimeSecret("s".repeat(43));

  private Samples(Edition edition) {
    this.edition = edition;
    this.reader =
        new Reader(
            new EmailAddress("asha@example.com"),
            Optional.of("Asha Rao"),
            "Rao & Daughters",
            Locale.ENGLISH,
            ZoneId.of("UTC"),
            Optional.of("https://api.example.com/unsubscribe"));
  }

  /** By the kinds' names. */
  static Map<String, Mail> of(Edition edition, Notifications notifications) {
    Samples samples = new Samples(edition);
    List<Letter> letters = new ArrayList<>();
    letters.addAll(samples.ofSecurity());
    letters.addAll(samples.ofTrials());
    letters.addAll(samples.ofBilling());
    letters.addAll(samples.ofAccounts());
    Map<String, Mail> mails = new LinkedHashMap<>();
    letters.forEach(
        letter -> mails.put(notifications.kind(letter).file(), notifications.render(letter)));
    return mails;
  }

  private List<Letter> ofSecurity() {
    return List.of(
        new Letter.VerifyMailbox(reader, secret),
        new Letter.ResetPassword(reader, secret),
        new Letter.PasswordWasChanged(reader, NOW),
        new Letter.Invitation(reader, "Lee Ortiz", Role.MEMBER, secret, LATER),
        new Letter.ExportIsReady(reader, "https://files.example.com/export", LATER),
        new Letter.LeadCameIn(
            reader,
            "Lee Ortiz",
            "Ortiz & Co",
            "lee@example.com",
            Optional.of("11-50"),
            "pricing_page",
            Optional.of("We are twelve people and would like an offer.")));
  }

  private List<Letter> ofTrials() {
    if (!(edition.trial() instanceof TrialPolicy.Trial trial)) {
      return List.of();
    }
    Instant end = NOW.plus(trial.length());
    Instant before = end.minus(Duration.ofDays(1));
    return List.of(
        new Letter.TrialBegan(reader, trial.plan(), end),
        new Letter.ChargeWillCome(reader, plan().key(), end, before),
        new Letter.TrialWillEnd(reader, trial.plan(), end, before),
        new Letter.TrialIsOver(reader, trial.plan(), end),
        new Letter.GraceIsOver(reader, trial.plan()),
        new Letter.FirstChargeRefused(reader, amount(), Optional.of(LATER), PAGE),
        new Letter.FirstChargeRefused(reader, amount(), Optional.empty(), PAGE));
  }

  private List<Letter> ofBilling() {
    String plan = plan().key();
    return List.of(
        new Letter.PlanStarted(reader, plan),
        new Letter.PlanEnded(reader, plan),
        new Letter.PlanIsAnother(reader, edition.plans().getFirst().key(), plan),
        new Letter.PlanWasGiven(reader, plan),
        new Letter.Receipt(reader, "A1B2-0001", amount(), PAGE),
        new Letter.PaymentRefused(reader, amount(), Optional.of(LATER), PAGE),
        new Letter.PaymentRefused(reader, amount(), Optional.empty(), PAGE),
        new Letter.ConfirmPayment(reader, amount(), PAGE),
        new Letter.MoneyReturned(reader, amount()),
        new Letter.AccessWillEnd(reader, LATER),
        new Letter.AccessIsOver(reader));
  }

  private List<Letter> ofAccounts() {
    List<Letter> letters =
        new ArrayList<>(
            List.of(
                new Letter.AccountStopped(reader, "12 people called your mail spam."),
                new Letter.AccountWorksAgain(reader),
                new Letter.AccountWillBeErased(reader, LATER),
                new Letter.AccountStays(reader)));
    edition.meters().stream()
        .findFirst()
        .map(MeterPolicy::meter)
        .ifPresent(
            meter -> {
              letters.add(new Letter.LimitComesNear(reader, meter, 80, 80, 100));
              letters.add(new Letter.LimitComesNear(reader, meter, 100, 100, 100));
            });
    return letters;
  }

  private Plan plan() {
    return edition.plans().getLast();
  }

  private Money amount() {
    return new Money(4900, edition.currency());
  }
}
