package dev.tollgate.notifications;

import java.util.Locale;
import java.util.Set;

/** A mail we can write. */
enum MailKind {
  VERIFICATION_REQUESTED("lifetime"),
  PASSWORD_RESET_REQUESTED("lifetime"),
  PASSWORD_CHANGED("time"),
  TRIAL_STARTED("plan", "ends", "afterwards"),
  TRIAL_ENDING("plan", "when", "ends", "afterwards"),
  /** The same where the trial's plan will be charged for. */
  TRIAL_CHARGE_COMING("plan", "when", "afterwards"),
  TRIAL_ENDED("plan", "ended", "afterwards"),
  TRIAL_LOCKED("plan"),
  TRIAL_CHARGE_FAILED("amount", "date", "consequence"),
  /** The same where nobody but the reader will try again. */
  TRIAL_CHARGE_FAILED_FINALLY("amount", "consequence"),
  SUBSCRIPTION_STARTED("plan"),
  SUBSCRIPTION_ENDED("plan"),
  PLAN_CHANGED("from", "to"),
  COMPLIMENTARY_GRANTED("plan"),
  PAYMENT_RECEIVED("amount", "number"),
  PAYMENT_FAILED("amount", "date"),
  /** The same where nobody but the reader will try again. */
  PAYMENT_FAILED_FINALLY("amount"),
  PAYMENT_ACTION_REQUIRED("amount"),
  PAYMENT_REFUNDED("amount"),
  ACCESS_ENDING("ends"),
  ACCESS_ENDED("consequence"),
  ACCOUNT_SUSPENDED("reason"),
  ACCOUNT_RESTORED,
  LIMIT_NEAR("meter", "percent", "used", "limit", "consequence"),
  /** The same where all of it is used. */
  LIMIT_REACHED("meter", "used", "limit", "consequence"),
  ERASURE_SCHEDULED("date"),
  ERASURE_UNDONE,
  /** Nobody announces it yet: invites come with the people of an account. */
  INVITATION("inviter", "account", "role", "ends"),
  /** Nobody announces it yet: exports come later. */
  EXPORT_READY("ends"),
  SALES_LEAD("contact", "company", "address", "size", "source", "message");

  private final String own;

  MailKind(String... own) {
    this.own = String.join(" ", own);
  }

  /** The values that its words must show, no more and no less, beside the product's name. */
  Set<String> own() {
    return own.isEmpty() ? Set.of() : Set.of(own.split(" "));
  }

  /** Whether its reader can turn such mails off. */
  boolean isOptional() {
    return this == TRIAL_ENDING || this == LIMIT_NEAR || this == LIMIT_REACHED;
  }

  /** What its file is called in every language, without the ending. */
  String file() {
    return name().toLowerCase(Locale.ROOT);
  }
}
