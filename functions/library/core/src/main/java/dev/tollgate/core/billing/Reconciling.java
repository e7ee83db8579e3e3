package dev.tollgate.core.billing;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Enrollments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what events missed. First the events themselves: those that the provider could not deliver
 * and those that we took and never finished go on the queue again. Then every tenant that is a
 * customer is compared with the provider, and made equal where it differs.
 */
public final class Reconciling {
  /** A tenant is compared once a night; shorter than a day, so that no night is skipped. */
  private static final Duration FRESH = Duration.ofHours(20);

  /** The provider tries for three days; after that only the comparison helps. */
  private static final Duration DELIVERY = Duration.ofDays(4);

  /** The queue works within seconds; an event this old is not on it any more. */
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private static final int MOST_EVENTS = 500;
  private static final int PAGE = 100;

  private final Enrollments enrollments;
  private final RefreshingEnrollment refreshing;
  private final ProviderCustomers provider;
  private final ProviderEvents events;
  private final EventFeed feed;
  private final EventQueue queue;
  private final Time time;

  public Reconciling(
      Enrollments enrollments,
      RefreshingEnrollment refreshing,
      ProviderCustomers provider,
      ProviderEvents events,
      EventFeed feed,
      EventQueue queue,
      Time time) {
    this.enrollments = enrollments;
    this.refreshing = refreshing;
    this.provider = provider;
    this.events = events;
    this.feed = feed;
    this.queue = queue;
    this.time = time;
  }

  /**
   * @param most how many tenants to compare in this call; the next call takes what is left
   */
  public Report run(int most) {
    if (!provider.isConfigured()) {
      return new Report(0, 0, List.of(), List.of());
    }
    int requeued = requeue();
    List<Drift> drifts = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    int compared = 0;
    while (compared < most) {
      Instant now = time.now();
      List<TenantId> page =
          enrollments.uncheckedSince(now.minus(FRESH), Math.min(PAGE, most - compared));
      if (page.isEmpty()) {
        break;
      }
      for (TenantId tenant : page) {
        try {
          compare(tenant).ifPresent(drifts::add);
        } catch (Unavailable e) {
          throw e; // nobody's fault: the next call begins with this tenant
        } catch (RuntimeException e) {
          failures.add(new Failure(tenant, e)); // or it would stop all tenants behind it for ever
        }
        enrollments.checked(tenant, now);
        compared++;
      }
    }
    return new Report(compared, requeued, drifts, failures);
  }

  private int requeue() {
    Instant now = time.now();
    int requeued = 0;
    for (ProviderEvent missed : feed.undelivered(now.minus(DELIVERY), MOST_EVENTS)) {
      if (EventTypes.concernUs(missed.type())
          && events.store(missed, now) != ProviderEvents.Receipt.APPLIED) {
        queue.send(missed);
        requeued++;
      }
    }
    for (StoredEvent stuck : events.unfinished(now.minus(PATIENCE), MOST_EVENTS)) {
      queue.send(stuck.event());
      requeued++;
    }
    return requeued;
  }

  private Optional<Drift> compare(TenantId tenant) {
    Optional<Enrollment> enrollment = enrollments.find(tenant);
    return enrollment
        .flatMap(found -> found.customer().id())
        .flatMap(customer -> refreshing.refresh(tenant, customer))
        .filter(RefreshingEnrollment.Refreshed::moved)
        .map(refreshed -> new Drift(tenant, refreshed.effect()));
  }

  /**
   * @param requeued events that had been missed
   * @param drifts tenants that differed, and were made equal
   * @param failures tenants that no later try will do better with; a person has to look
   */
  public record Report(int compared, int requeued, List<Drift> drifts, List<Failure> failures) {}

  public record Drift(TenantId tenant, String change) {}

  public record Failure(TenantId tenant, RuntimeException cause) {}
}
