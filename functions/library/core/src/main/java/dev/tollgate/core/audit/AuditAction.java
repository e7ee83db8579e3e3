package dev.tollgate.core.audit;

import java.util.Locale;

/** What can stand in the audit trail. Stored by its {@link #wireName()}, so names are kept. */
public enum AuditAction {
  SIGNED_UP,
  INVITE_ACCEPTED,
  VERIFICATION_REQUESTED,
  EMAIL_VERIFIED,
  LOGGED_IN,
  LOGIN_FAILED,
  LOGGED_OUT,
  SESSION_REVOKED,
  REFRESH_TOKEN_REUSED,
  PASSWORD_RESET_REQUESTED,
  PASSWORD_RESET,
  PASSWORD_CHANGED,
  PASSWORD_CHANGE_FAILED,
  PROFILE_CHANGED,
  CHECKOUT_OPENED,
  SUBSCRIPTION_CHANGED,
  PLAN_CHANGE_REQUESTED,
  CANCELLATION_REQUESTED,
  CANCELLATION_WITHDRAWN,
  PLAN_EDITED;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
