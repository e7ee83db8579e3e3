package dev.tollgate.core.messages;

/** Who reads a message; each consumer has a queue of its own. */
public enum Consumer {
  /** Tells people. */
  NOTIFICATIONS,
  /** Tells the payment provider what it bills for. */
  METERING,
  /** Suspends and restores tenants, and lets go of the work that waited. */
  KILL_SWITCH,
  /** Tells the product's own services. */
  OUTGOING;

  public static Consumer of(Announcement announcement) {
    return switch (announcement) {
      case Announcement.ToPerson _ -> NOTIFICATIONS;
      case Announcement.UsageRecorded _, Announcement.CustomerWanted _ -> METERING;
      case Announcement.Strike _, Announcement.WorkResumed _ -> KILL_SWITCH;
      case Announcement.Published _ -> OUTGOING;
    };
  }
}
