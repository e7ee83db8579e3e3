package dev.tollgate.core.billing;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.subscriptions.Enrollments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something happened at the payment provider: we ask what is true now and write that. Nothing is
 * ever taken from an event but whom it is about, so order, repeats and delays do not matter.
 */
public final class ApplyingEvents {
  private final Happenings happenings;
  private final Enrollments enrollments;
  private final RefreshingEnrollment refreshing;
  private final ProviderEvents events;
  private final Time time;

  public ApplyingEvents(
      Happenings happenings,
      Enrollments enrollments,
      RefreshingEnrollment refreshing,
      ProviderEvents events,
      Time time) {
    this.happenings = happenings;
    this.enrollments = enrollments;
    this.refreshing = refreshing;
    this.events = events;
    this.time = time;
  }

  /**
   * Applies events of one lane together: the customer's state is asked for once.
   *
   * @return what became of them, and what a person has to look at
   * @throws dev.tollgate.core.kernel.Unavailable where the provider or the table did not answer;
   *     nothing is lost by trying again
   */
  public Applied apply(List<ProviderEvent> lane) {
    List<Happening> happened = new ArrayList<>();
    Optional<String> customer = Optional.empty();
    for (ProviderEvent event : lane) {
      Happenings.Told told = happenings.tell(event);
      happened.addAll(told.happenings());
      customer = customer.or(event::customer).or(told::customer);
    }
    return new Applied(outcomes(lane, customer, happened), alarms(happened));
  }

  private List<BillingChange.Outcome> outcomes(
      List<ProviderEvent> lane, Optional<String> customer, List<Happening> happened) {
    if (customer.isEmpty()) {
      return ignored(lane, "it names no customer");
    }
    Map<String, TenantId> known = enrollments.tenantsOf(Set.of(customer.get()));
    return refreshing
        .refresh(customer.get(), Optional.ofNullable(known.get(customer.get())), happened, lane)
        .map(RefreshingEnrollment.Refreshed::outcomes)
        .orElseGet(() -> ignored(lane, "its customer is no tenant's"));
  }

  private static List<Happening.Alarm> alarms(List<Happening> happened) {
    return happened.stream()
        .filter(Happening.Alarm.class::isInstance)
        .map(Happening.Alarm.class::cast)
        .toList();
  }

  private List<BillingChange.Outcome> ignored(List<ProviderEvent> lane, String why) {
    for (ProviderEvent event : lane) {
      events.ignored(event, why, time.now());
    }
    return lane.stream()
        .map(event -> new BillingChange.Outcome(event, StoredEvent.Status.IGNORED, why))
        .toList();
  }

  /**
   * What became of a lane.
   *
   * @param alarms what nobody but the platform owner can put right, whoever's it is
   */
  public record Applied(List<BillingChange.Outcome> outcomes, List<Happening.Alarm> alarms) {}
}
