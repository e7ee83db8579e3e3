package dev.tollgate.notifications;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.IssuingOneTimeTokens;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.OneTimeToken.Purpose;
import dev.tollgate.core.kernel.OneTimeSecret;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.leads.SalesLead;
import dev.tollgate.core.leads.SalesLeads;
import dev.tollgate.core.messages.Announcement;
import java.time.Instant;
import java.util.Optional;

/** Makes the letter that an announcement asks for, with the secret of its link where it has one. */
final class Letters {
  private final IssuingOneTimeTokens tokens;
  private final SalesLeads leads;
  private final ApiLinks links;
  private final Edition edition;
  private final Time time;

  Letters(
      IssuingOneTimeTokens tokens, SalesLeads leads, ApiLinks links, Edition edition, Time time) {
    this.tokens = tokens;
    this.leads = leads;
    this.links = links;
    this.edition = edition;
    this.time = time;
  }

  /**
   * Writes a secret down where the letter has one. Empty where what it was about is gone.
   *
   * @param at when it happened
   */
  Optional<Letter> of(Announcement.ToPerson announcement, Instant at, Member member) {
    Reader reader = Reader.of(member);
    Reader to =
        Topics.of(announcement, edition)
            .map(topic -> links.unsubscribe(secret(Purpose.UNSUBSCRIBE, member), topic))
            .map(reader::whoMayStopIt)
            .orElse(reader);
    return announcement instanceof Announcement.SalesLeadReceived received
        ? leads.find(received.lead()).map(lead -> lead(to, lead))
        : Optional.of(letter(announcement, at, member, to));
  }

  private static Letter lead(Reader to, SalesLead lead) {
    return new Letter.LeadCameIn(
        to,
        lead.name().value(),
        lead.company().value(),
        lead.email().value(),
        lead.teamSize(),
        lead.source().wireName(),
        lead.message());
  }

  private Letter letter(Announcement.ToPerson announcement, Instant at, Member member, Reader to) {
    return switch (announcement) {
      case Announcement.VerificationRequested _ ->
          new Letter.VerifyMailbox(to, secret(Purpose.VERIFY_EMAIL, member));
      case Announcement.PasswordResetRequested _ ->
          new Letter.ResetPassword(to, secret(Purpose.RESET_PASSWORD, member));
      case Announcement.PasswordChanged _ -> new Letter.PasswordWasChanged(to, at);
      case Announcement.SubscriptionStarted started -> new Letter.PlanStarted(to, started.plan());
      case Announcement.SubscriptionEnded ended -> new Letter.PlanEnded(to, ended.plan());
      case Announcement.PaymentReceived paid ->
          new Letter.Receipt(to, paid.number(), paid.amount(), paid.link());
      case Announcement.PaymentFailed failed ->
          new Letter.PaymentRefused(to, failed.amount(), failed.nextTry(), failed.link());
      case Announcement.PaymentActionRequired required ->
          new Letter.ConfirmPayment(to, required.amount(), required.link());
      case Announcement.PaymentRefunded refunded -> new Letter.MoneyReturned(to, refunded.amount());
      case Announcement.SalesLeadReceived _ ->
          throw new IllegalStateException("a lead's letter needs the lead");
      case Announcement.TrialStarted started ->
          new Letter.TrialBegan(to, started.plan(), started.endsAt());
      case Announcement.TrialEnding ending ->
          new Letter.TrialWillEnd(to, ending.plan(), ending.endsAt(), now(member));
      case Announcement.ChargeComing coming ->
          new Letter.ChargeWillCome(to, coming.plan(), coming.at(), now(member));
      case Announcement.TrialEnded ended ->
          new Letter.TrialIsOver(to, ended.plan(), ended.endedAt());
      case Announcement.TrialLocked locked -> new Letter.GraceIsOver(to, locked.plan());
      case Announcement.TrialChargeFailed failed ->
          new Letter.FirstChargeRefused(to, failed.amount(), failed.nextTry(), failed.link());
      case Announcement.AccessEnding ending -> new Letter.AccessWillEnd(to, ending.endsAt());
      case Announcement.AccessEnded _ -> new Letter.AccessIsOver(to);
      case Announcement.PlanChanged changed ->
          new Letter.PlanIsAnother(to, changed.from(), changed.to());
      case Announcement.ComplimentaryGranted given -> new Letter.PlanWasGiven(to, given.plan());
      case Announcement.ErasureScheduled erased -> new Letter.AccountWillBeErased(to, erased.at());
      case Announcement.ErasureUndone _ -> new Letter.AccountStays(to);
      case Announcement.AccountSuspended stopped -> new Letter.AccountStopped(to, stopped.reason());
      case Announcement.AccountRestored _ -> new Letter.AccountWorksAgain(to);
      case Announcement.LimitNear near ->
          new Letter.LimitComesNear(to, near.meter(), near.percent(), near.used(), near.limit());
    };
  }

  /** A secret whose mail never left dies by its age. */
  private OneTimeSecret secret(Purpose purpose, Member to) {
    return tokens.issue(purpose, to.user(), now(to));
  }

  private Instant now(Member member) {
    return time.now(member.user().tenant());
  }
}
