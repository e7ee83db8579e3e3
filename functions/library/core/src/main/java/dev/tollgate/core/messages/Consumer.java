package dev.tollgate.core.messages;

/** Who reads a message; each consumer has a queue of its own. */
public enum Consumer {
  NOTIFICATIONS;

  public static Consumer of(Announcement announcement) {
    return switch (announcement) {
      case Announcement.VerificationRequested _,
          Announcement.PasswordResetRequested _,
          Announcement.PasswordChanged _ ->
          NOTIFICATIONS;
    };
  }
}
