package dev.tollgate.core.messages;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.Money;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How each kind of announcement is written; reading is the same list the other way round. */
final class AnnouncementFields {
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
          Announcement.CustomerWanted _ -> {}
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
      case Announcement.PaymentRefunded refunded -> money(fields, refunded.amount());
      case Announcement.UsageRecorded usage -> {
        fields.put("usage_id", usage.usage());
        fields.put("meter", usage.meter().key());
        fields.put("quantity", Long.toString(usage.amount()));
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
      case "payment_refunded" ->
          Optional.of(new Announcement.PaymentRefunded(fields.user(), fields.amount()));
      case "usage_recorded" ->
          Optional.of(
              new Announcement.UsageRecorded(
                  fields.text("usage_id"),
                  new Meter(fields.text("meter")),
                  fields.number("quantity")));
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
      case Announcement.PaymentRefunded _ -> "payment_refunded";
      case Announcement.UsageRecorded _ -> "usage_recorded";
      case Announcement.CustomerWanted _ -> "customer_wanted";
    };
  }

  private static void money(Map<String, String> fields, Money amount) {
    fields.put("amount", Long.toString(amount.minor()));
    fields.put("currency", amount.currency());
  }
}
