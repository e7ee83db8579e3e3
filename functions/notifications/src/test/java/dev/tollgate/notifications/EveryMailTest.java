package dev.tollgate.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.TrialEnd;
import dev.tollgate.core.editions.TrialPolicy;
import dev.tollgate.core.messages.Mail;
import dev.tollgate.editions.EditionFiles;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mail, to the letter, and once more for each policy that gives it other words. */
final class EveryMailTest {
  private static final Set<MailKind> OF_A_CHARGE =
      Set.of(
          MailKind.TRIAL_CHARGE_COMING,
          MailKind.TRIAL_CHARGE_FAILED,
          MailKind.TRIAL_CHARGE_FAILED_FINALLY);

  static Stream<Arguments> trialsByPolicy() {
    return Stream.of("rms", "rms-lock", "resolutionflow", "inboxgrove")
        .flatMap(
            policy ->
                trials(edition(policy)).keySet().stream().map(kind -> Arguments.of(policy, kind)));
  }

  @ParameterizedTest
  @EnumSource
  void toTheLetter(MailKind kind) {
    Edition edition = EditionFiles.load(OF_A_CHARGE.contains(kind) ? "inboxgrove" : "tollgate");
    Golden.check(kind.file(), mail(edition, kind));
  }

  @ParameterizedTest
  @MethodSource("trialsByPolicy")
  void aTrialsMailsSayWhatFollowsIt(String policy, MailKind kind) {
    Golden.check(policy + "/" + kind.file(), mail(edition(policy), kind));
  }

  /** Neither form says what the other does not, and both lead to the same place. */
  @ParameterizedTest
  @EnumSource
  void bothPartsSayTheSame(MailKind kind) {
    Edition edition = EditionFiles.load(OF_A_CHARGE.contains(kind) ? "inboxgrove" : "tollgate");
    Mail mail = mail(edition, kind);
    String page = LinksInMail.words(mail.html());

    assertThat(mail.text().lines().map(String::strip).filter(LinksInMail::isWords))
        .allSatisfy(line -> assertThat(page).contains(line.replaceAll(":$", "")));
    assertThat(LinksInMail.button(mail.html())).isEqualTo(LinksInMail.link(mail.text()));
  }

  /** A button that says where it leads, and nothing of the machinery. */
  @ParameterizedTest
  @EnumSource
  void noGapAndNoMarkIsLeft(MailKind kind) {
    Edition edition = EditionFiles.load(OF_A_CHARGE.contains(kind) ? "inboxgrove" : "tollgate");
    Mail mail = mail(edition, kind);

    assertThat(mail.subject() + mail.text() + mail.html()).doesNotContain("{{", "}}", "**");
  }

  private static Mail mail(Edition edition, MailKind kind) {
    Map<MailKind, Letter> letters = new EnumMap<>(MailKind.class);
    letters.putAll(OtherLetters.to(People.reader()));
    letters.putAll(trials(edition));
    letters.putAll(BillingLetters.to(People.reader()));
    letters.putAll(AccountLetters.to(People.reader()));
    return World.notifications(edition).render(Objects.requireNonNull(letters.get(kind)));
  }

  private static Map<MailKind, Letter> trials(Edition edition) {
    String plan = edition.trial() instanceof TrialPolicy.Trial trial ? trial.plan() : "pro";
    Map<MailKind, Letter> letters = TrialLetters.to(People.reader(), plan);
    boolean charges =
        edition.trial() instanceof TrialPolicy.Trial trial
            && trial.afterwards() instanceof TrialEnd.ChargeOnDay;
    boolean locks =
        edition.trial() instanceof TrialPolicy.Trial trial
            && trial.afterwards() instanceof TrialEnd.ReadOnlyLock;
    if (!edition.key().equals("tollgate")) {
      letters
          .keySet()
          .removeIf(
              kind ->
                  (OF_A_CHARGE.contains(kind) != charges && kind != MailKind.TRIAL_STARTED)
                      || (kind == MailKind.TRIAL_LOCKED && !locks));
    }
    return letters;
  }

  /** The shipped edition of that name; {@code rms-lock} is policy B of {@code rms}. */
  private static Edition edition(String policy) {
    if (!policy.equals("rms-lock")) {
      return EditionFiles.load(policy);
    }
    Edition rms = EditionFiles.load("rms");
    TrialPolicy.Trial trial = (TrialPolicy.Trial) rms.trial();
    return new Edition(
        rms.key(),
        rms.displayName(),
        rms.currency(),
        rms.signUp(),
        rms.verification(),
        new TrialPolicy.Trial(
            trial.plan(),
            trial.length(),
            trial.dayCount(),
            trial.reminderDays(),
            trial.cardRequired(),
            trial.scope(),
            new TrialEnd.ReadOnlyLock(Duration.ofDays(3))),
        rms.sessions(),
        rms.rateLimits(),
        rms.plans(),
        rms.modules(),
        rms.meters(),
        rms.features(),
        rms.billing(),
        rms.killSwitch(),
        rms.sending(),
        rms.operationTypes(),
        rms.usageBatching());
  }
}
