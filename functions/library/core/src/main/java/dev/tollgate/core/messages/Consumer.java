package dev.tollgate.core.messages;

/** Who reads a message; each consumer has a queue of its own. */
public enum Consumer {
  /** Tells people. */
  NOTIFICATIONS,
  /** Tells the payment provider what it bills for. */
  METERING;

  public static Consumer of(Announcement announcement) {
    return switch (announcement) {
      case Announcement.ToPerson _ -> NOTIFICATIONS;
      case Announcement.UsageRecorded _, Announcement.CustomerWanted _ -> METERING;
    };
  }
}
