package dev.tollgate.core.messages;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.LeadId;
import dev.tollgate.core.kernel.Money;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How each kind of announcement is written; reading is the same list the other way round. */
final class AnnouncementFields {
  /** Sets what was published apart from the message's own fields. */
  private static final String DATA = "data_";

  private AnnouncementFields() {}

  static Map<String, String> write(Announcement announcement) {
    Map<String, String> fields = new TreeMap<>();
    if (announcement instanceof Announcement.ToPerson person) {
      fields.put("user_id", person.user().value());
    }
    fields.put("type", type(announcement));
    switch (announcement) {
      case Announcement.VerificationRequested _,
          Announcement.PasswordResetRequested _,
          Announcement.PasswordChanged _,
          Announcement.CustomerWanted _,
          Announcement.AccountRestored _,
          Announcement.AccessEnded _,
          Announcement.ErasureUndone _,
          Announcement.WorkResumed _ -> {}
      case Announcement.SalesLeadReceived received -> fields.put("lead", received.lead().value());
      case Announcement.SubscriptionStarted started -> fields.put("plan", started.plan());
      case Announcement.SubscriptionEnded ended -> fields.put("plan", ended.plan());
      case Announcement.PaymentReceived received -> {
        fields.put("number", received.number());
        money(fields, received.amount());
        received.link().ifPresent(link -> fields.put("link", link));
      }
      case Announcement.PaymentFailed failed -> {
        money(fields, failed.amount());
        failed.nextTry().ifPresent(at -> fields.put("next_try", at.toString()));
        failed.link().ifPresent(link -> fields.put("link", link));
      }
      case Announcement.PaymentActionRequired required -> {
        money(fields, required.amount());
        required.link().ifPresent(link -> fields.put("link", link));
      }
      case Announcement.TrialStarted started -> {
        fields.put("plan", started.plan());
        fields.put("ends_at", started.endsAt().toString());
      }
      case Announcement.TrialEnding ending -> {
        fields.put("plan", ending.plan());
        fields.put("ends_at", ending.endsAt().toString());
      }
      case Announcement.ChargeComing coming -> {
        fields.put("plan", coming.plan());
        fields.put("charged_at", coming.at().toString());
      }
      case Announcement.TrialEnded ended -> {
        fields.put("plan", ended.plan());
        fields.put("ended_at", ended.endedAt().toString());
      }
      case Announcement.TrialLocked locked -> fields.put("plan", locked.plan());
      case Announcement.TrialChargeFailed failed -> {
        money(fields, failed.amount());
        failed.nextTry().ifPresent(at -> fields.put("next_try", at.toString()));
        failed.link().ifPresent(link -> fields.put("link", link));
      }
      case Announcement.AccessEnding ending -> fields.put("ends_at", ending.endsAt().toString());
      case Announcement.PlanChanged changed -> {
        fields.put("from", changed.from());
        fields.put("to", changed.to());
      }
      case Announcement.ComplimentaryGranted granted -> fields.put("plan", granted.plan());
      case Announcement.ErasureScheduled scheduled ->
          fields.put("erases_at", scheduled.at().toString());
      case Announcement.PaymentRefunded refunded -> money(fields, refunded.amount());
      case Announcement.UsageRecorded usage -> {
        fields.put("usage_id", usage.usage());
        fields.put("meter", usage.meter().key());
        fields.put("quantity", Long.toString(usage.amount()));
      }
      case Announcement.AccountSuspended suspended -> fields.put("reason", suspended.reason());
      case Announcement.LimitNear near -> {
        fields.put("meter", near.meter().key());
        fields.put("percent", Integer.toString(near.percent()));
        fields.put("used", Long.toString(near.used()));
        fields.put("limit", Long.toString(near.limit()));
      }
      case Announcement.ComplaintReceived complaint -> fields.put("source", complaint.source());
      case Announcement.BlockListed listed -> {
        fields.put("what", listed.what());
        fields.put("list", listed.list());
      }
      case Announcement.ChargeRefused refused -> {
        fields.put("invoice", refused.invoice());
        fields.put("attempts", Integer.toString(refused.attempts()));
      }
      case Announcement.ChargeSettled settled -> fields.put("invoice", settled.invoice());
      case Announcement.NothingOwed none -> fields.put("contract", none.contract());
      case Announcement.Published published -> {
        fields.put("event", published.event());
        published.data().forEach((name, value) -> fields.put(DATA + name, value));
      }
    }
    return fields;
  }

  static Optional<Announcement> read(TextFields fields) {
    return switch (fields.text("type")) {
      case "verification_requested" ->
          Optional.of(new Announcement.VerificationRequested(fields.user()));
      case "password_reset_requested" ->
          Optional.of(new Announcement.PasswordResetRequested(fields.user()));
      case "password_changed" -> Optional.of(new Announcement.PasswordChanged(fields.user()));
      case "subscription_started" ->
          Optional.of(new Announcement.SubscriptionStarted(fields.user(), fields.text("plan")));
      case "subscription_ended" ->
          Optional.of(new Announcement.SubscriptionEnded(fields.user(), fields.text("plan")));
      case "payment_received" ->
          Optional.of(
              new Announcement.PaymentReceived(
                  fields.user(), fields.text("number"), fields.amount(), fields.optional("link")));
      case "payment_failed" ->
          Optional.of(
              new Announcement.PaymentFailed(
                  fields.user(),
                  fields.amount(),
                  fields.optional("next_try").map(Instant::parse),
                  fields.optional("link")));
      case "payment_action_required" ->
          Optional.of(
              new Announcement.PaymentActionRequired(
                  fields.user(), fields.amount(), fields.optional("link")));
      case "trial_started" ->
          Optional.of(
              new Announcement.TrialStarted(
                  fields.user(), fields.text("plan"), fields.time("ends_at")));
      case "trial_ending" ->
          Optional.of(
              new Announcement.TrialEnding(
                  fields.user(), fields.text("plan"), fields.time("ends_at")));
      case "charge_coming" ->
          Optional.of(
              new Announcement.ChargeComing(
                  fields.user(), fields.text("plan"), fields.time("charged_at")));
      case "trial_ended" ->
          Optional.of(
              new Announcement.TrialEnded(
                  fields.user(), fields.text("plan"), fields.time("ended_at")));
      case "trial_locked" ->
          Optional.of(new Announcement.TrialLocked(fields.user(), fields.text("plan")));
      case "trial_charge_failed" ->
          Optional.of(
              new Announcement.TrialChargeFailed(
                  fields.user(),
                  fields.amount(),
                  fields.optional("next_try").map(Instant::parse),
                  fields.optional("link")));
      case "access_ending" ->
          Optional.of(new Announcement.AccessEnding(fields.user(), fields.time("ends_at")));
      case "access_ended" -> Optional.of(new Announcement.AccessEnded(fields.user()));
      case "plan_changed" ->
          Optional.of(
              new Announcement.PlanChanged(fields.user(), fields.text("from"), fields.text("to")));
      case "complimentary_granted" ->
          Optional.of(new Announcement.ComplimentaryGranted(fields.user(), fields.text("plan")));
      case "erasure_scheduled" ->
          Optional.of(new Announcement.ErasureScheduled(fields.user(), fields.time("erases_at")));
      case "erasure_undone" -> Optional.of(new Announcement.ErasureUndone(fields.user()));
      case "sales_lead_received" ->
          Optional.of(
              new Announcement.SalesLeadReceived(fields.user(), new LeadId(fields.text("lead"))));
      case "payment_refunded" ->
          Optional.of(new Announcement.PaymentRefunded(fields.user(), fields.amount()));
      case "usage_recorded" ->
          Optional.of(
              new Announcement.UsageRecorded(
                  fields.text("usage_id"),
                  new Meter(fields.text("meter")),
                  fields.number("quantity")));
      case "account_suspended" ->
          Optional.of(new Announcement.AccountSuspended(fields.user(), fields.text("reason")));
      case "account_restored" -> Optional.of(new Announcement.AccountRestored(fields.user()));
      case "limit_near" ->
          Optional.of(
              new Announcement.LimitNear(
                  fields.user(),
                  new Meter(fields.text("meter")),
                  Math.toIntExact(fields.number("percent")),
                  fields.number("used"),
                  fields.number("limit")));
      case "complaint_received" ->
          Optional.of(new Announcement.ComplaintReceived(fields.text("source")));
      case "block_listed" ->
          Optional.of(new Announcement.BlockListed(fields.text("what"), fields.text("list")));
      case "charge_refused" ->
          Optional.of(
              new Announcement.ChargeRefused(
                  fields.text("invoice"), Math.toIntExact(fields.number("attempts"))));
      case "charge_settled" -> Optional.of(new Announcement.ChargeSettled(fields.text("invoice")));
      case "nothing_owed" -> Optional.of(new Announcement.NothingOwed(fields.text("contract")));
      case "work_resumed" -> Optional.of(new Announcement.WorkResumed());
      case "published" ->
          Optional.of(new Announcement.Published(fields.text("event"), fields.startingWith(DATA)));
      case "customer_wanted" -> Optional.of(new Announcement.CustomerWanted());
      default -> Optional.empty();
    };
  }

  private static String type(Announcement announcement) {
    return switch (announcement) {
      case Announcement.VerificationRequested _ -> "verification_requested";
      case Announcement.PasswordResetRequested _ -> "password_reset_requested";
      case Announcement.PasswordChanged _ -> "password_changed";
      case Announcement.SubscriptionStarted _ -> "subscription_started";
      case Announcement.SubscriptionEnded _ -> "subscription_ended";
      case Announcement.PaymentReceived _ -> "payment_received";
      case Announcement.PaymentFailed _ -> "payment_failed";
      case Announcement.PaymentActionRequired _ -> "payment_action_required";
      case Announcement.TrialStarted _ -> "trial_started";
      case Announcement.TrialEnding _ -> "trial_ending";
      case Announcement.ChargeComing _ -> "charge_coming";
      case Announcement.TrialEnded _ -> "trial_ended";
      case Announcement.TrialLocked _ -> "trial_locked";
      case Announcement.TrialChargeFailed _ -> "trial_charge_failed";
      case Announcement.AccessEnding _ -> "access_ending";
      case Announcement.AccessEnded _ -> "access_ended";
      case Announcement.PlanChanged _ -> "plan_changed";
      case Announcement.ComplimentaryGranted _ -> "complimentary_granted";
      case Announcement.ErasureScheduled _ -> "erasure_scheduled";
      case Announcement.ErasureUndone _ -> "erasure_undone";
      case Announcement.SalesLeadReceived _ -> "sales_lead_received";
      case Announcement.PaymentRefunded _ -> "payment_refunded";
      case Announcement.UsageRecorded _ -> "usage_recorded";
      case Announcement.CustomerWanted _ -> "customer_wanted";
      case Announcement.AccountSuspended _ -> "account_suspended";
      case Announcement.AccountRestored _ -> "account_restored";
      case Announcement.LimitNear _ -> "limit_near";
      case Announcement.ComplaintReceived _ -> "complaint_received";
      case Announcement.BlockListed _ -> "block_listed";
      case Announcement.ChargeRefused _ -> "charge_refused";
      case Announcement.ChargeSettled _ -> "charge_settled";
      case Announcement.NothingOwed _ -> "nothing_owed";
      case Announcement.WorkResumed _ -> "work_resumed";
      case Announcement.Published _ -> "published";
    };
  }

  private static void money(Map<String, String> fields, Money amount) {
    fields.put("amount", Long.toString(amount.minor()));
    fields.put("currency", amount.currency());
  }
}
