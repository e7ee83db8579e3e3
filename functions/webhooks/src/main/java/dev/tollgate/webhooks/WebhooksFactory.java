package dev.tollgate.webhooks;

import dev.tollgate.core.billing.ApplyingEvents;
import dev.tollgate.core.billing.EventFeed;
import dev.tollgate.core.billing.EventQueue;
import dev.tollgate.core.billing.EventVerifier;
import dev.tollgate.core.billing.Happenings;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.ProviderEvents;
import dev.tollgate.core.billing.ReceivingEvents;
import dev.tollgate.core.billing.Reconciling;
import dev.tollgate.core.billing.RefreshingEnrollment;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.subscriptions.Enrollments;
import dev.tollgate.lambda.events.LaneConsumer;
import dev.tollgate.lambda.events.ScheduledTask;
import dev.tollgate.lambda.logging.Log;
import dev.tollgate.lambda.logging.Measures;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Puts the function together. */
@Factory
final class WebhooksFactory {
  @Singleton
  ReceivingEvents receiving(
      EventVerifier verifier, ProviderEvents events, EventQueue queue, Time time) {
    return new ReceivingEvents(verifier, events, queue, time);
  }

  @Singleton
  BillingLog billingLog(Log log, Measures measures) {
    return new BillingLog(log, measures);
  }

  @Singleton
  LaneConsumer lanes(
      Happenings happenings,
      Enrollments enrollments,
      RefreshingEnrollment refreshing,
      ProviderEvents events,
      Time time,
      BillingLog log) {
    return new ApplyingLane(
        new ApplyingEvents(happenings, enrollments, refreshing, events, time), events, time, log);
  }

  @Singleton
  ScheduledTask reconcile(
      Enrollments enrollments,
      RefreshingEnrollment refreshing,
      ProviderCustomers customers,
      ProviderEvents events,
      EventFeed feed,
      EventQueue queue,
      Time time,
      BillingLog log) {
    return new ReconcilingTask(
        new Reconciling(enrollments, refreshing, customers, events, feed, queue, time), log);
  }
}
