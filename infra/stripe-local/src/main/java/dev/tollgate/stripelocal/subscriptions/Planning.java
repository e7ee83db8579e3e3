package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.settings.Settings;

/** Puts on the agenda what falls due for a subscription; asked again after each change. */
final class Planning {
  static final String CYCLE = "subscription.cycle";
  static final String CANCEL = "subscription.cancel";
  static final String TRIAL_WILL_END = "subscription.trial_will_end";
  static final String UPCOMING = "subscription.upcoming";
  static final String INCOMPLETE = "subscription.incomplete";
  static final String RESUME_COLLECTION = "subscription.resume_collection";
  static final String PENDING_UPDATE = "subscription.pending_update";

  /** Internal fields: which trial end, which period end has been announced. */
  private static final String TRIAL_ANNOUNCED = "_announced_trial_end";

  private static final String PERIOD_ANNOUNCED = "_announced_period_end";

  private final Settings.Billing settings;

  Planning(Settings.Billing settings) {
    this.settings = settings;
  }

  /** After the change itself was told: a short trial is announced here. */
  void plan(Work work, ObjectNode subscription) {
    String id = subscription.path("id").asText();
    switch (subscription.path("status").asText()) {
      case "canceled", "incomplete_expired" -> forget(work, id);
      case "incomplete" -> {
        long expiry = subscription.path("created").asLong() + settings.incompleteFor().toSeconds();
        work.schedule(expiry, INCOMPLETE, Kind.SUBSCRIPTION, id);
        cancellation(work, subscription, id);
      }
      case "paused" -> {
        forget(work, id);
        cancellation(work, subscription, id);
      }
      default -> {
        work.unschedule(INCOMPLETE, id);
        work.schedule(Items.firstPeriodEnd(subscription), CYCLE, Kind.SUBSCRIPTION, id);
        cancellation(work, subscription, id);
        trial(work, subscription, id);
        upcoming(work, subscription, id);
        collection(work, subscription, id);
      }
    }
  }

  private static void cancellation(Work work, ObjectNode subscription, String id) {
    at(work, Json.number(subscription, "cancel_at", 0), CANCEL, id);
  }

  private static void collection(Work work, ObjectNode subscription, String id) {
    long resumes = Json.number(subscription.path("pause_collection"), "resumes_at", 0);
    at(work, resumes, RESUME_COLLECTION, id);
  }

  /** A trial shorter than the notice is announced at once. */
  private void trial(Work work, ObjectNode subscription, String id) {
    long end = Json.number(subscription, "trial_end", 0);
    boolean trialing = subscription.path("status").asText().equals("trialing");
    if (!trialing || Json.number(subscription, TRIAL_ANNOUNCED, 0) == end) {
      work.unschedule(TRIAL_WILL_END, id);
      return;
    }
    long due = end - settings.trialWillEnd().toSeconds();
    if (due <= work.nowOf(subscription)) {
      announceTrialEnd(work, subscription);
    } else {
      work.schedule(due, TRIAL_WILL_END, Kind.SUBSCRIPTION, id);
    }
  }

  /** Only where there is still a notice's time before the end of the period. */
  private void upcoming(Work work, ObjectNode subscription, String id) {
    long end = Items.firstPeriodEnd(subscription);
    long due = end - settings.upcoming().toSeconds();
    boolean announced = Json.number(subscription, PERIOD_ANNOUNCED, 0) == end;
    boolean ends = Json.number(subscription, "cancel_at", Long.MAX_VALUE) <= end;
    boolean late = due <= work.nowOf(subscription);
    at(work, announced || ends || late ? 0 : due, UPCOMING, id);
  }

  /** At a time, or (0) not at all. */
  private static void at(Work work, long due, String job, String id) {
    if (due == 0) {
      work.unschedule(job, id);
    } else {
      work.schedule(due, job, Kind.SUBSCRIPTION, id);
    }
  }

  /** Once for each trial end. */
  static void announceTrialEnd(Work work, ObjectNode subscription) {
    work.unschedule(TRIAL_WILL_END, subscription.path("id").asText());
    subscription.put(TRIAL_ANNOUNCED, subscription.path("trial_end").asLong());
    work.emit("customer.subscription.trial_will_end", subscription);
  }

  static void periodAnnounced(ObjectNode subscription) {
    subscription.put(PERIOD_ANNOUNCED, Items.firstPeriodEnd(subscription));
  }

  private static void forget(Work work, String id) {
    for (String job :
        new String[] {
          CYCLE, CANCEL, TRIAL_WILL_END, UPCOMING, INCOMPLETE, RESUME_COLLECTION, PENDING_UPDATE
        }) {
      work.unschedule(job, id);
    }
  }
}
