package dev.tollgate.core.billing;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Enrollments;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The provider's clock of a tenant that has a time of its own goes where the tenant's time goes.
 * Tenants that live by the deployment's time are left alone, and cost nothing.
 */
public final class FollowingTime {
  /** The provider's clock stands while the tenant's time flows; so much is nobody's concern. */
  static final Duration LAG = Duration.ofHours(1);

  private final Enrollments enrollments;
  private final ProviderClocks clocks;
  private final Time time;

  public FollowingTime(Enrollments enrollments, ProviderClocks clocks, Time time) {
    this.enrollments = enrollments;
    this.clocks = clocks;
    this.time = time;
  }

  /** Before something is asked of the provider in the tenant's name: up to the tenant's now. */
  public void catchUp(Enrollment enrollment) {
    if (hasOwnTime(enrollment.tenant())) {
      move(enrollment, time.now(enrollment.tenant()), Duration.ZERO);
    }
  }

  /** The same of a tenant that somebody else has read. */
  public void catchUp(TenantId tenant) {
    if (hasOwnTime(tenant)) {
      enrollments.find(tenant).ifPresent(this::catchUp);
    }
  }

  /** The same where the clock lags by more than an hour, for whoever looks now and then. */
  public void catchUpIfLate(TenantId tenant) {
    if (hasOwnTime(tenant)) {
      enrollments.find(tenant).ifPresent(found -> move(found, time.now(tenant), LAG));
    }
  }

  /**
   * Up to then, whatever the tenant's time is. Before a tenant's time is turned for the first time
   * it puts the tenant's customer on a clock, if there is one.
   *
   * @return whether the tenant is anybody's customer
   */
  public boolean follow(TenantId tenant, Instant to) {
    Optional<Enrollment> enrollment =
        enrollments.find(tenant).filter(found -> found.customer().id().isPresent());
    enrollment.ifPresent(found -> move(found, to, Duration.ZERO));
    return enrollment.isPresent();
  }

  /** A customer made just now, who has signed nothing: on a clock from the tenant's now on. */
  void begin(TenantId tenant, String customer) {
    if (hasOwnTime(tenant) && clocks.isPossible() && clocks.of(customer).isEmpty()) {
      clocks.start(customer, time.now(tenant), key(customer));
    }
  }

  /**
   * Whether the tenant's time runs ahead of a provider whose own nobody turns: real money moves
   * there, and none of the tenant's may before it is due by everybody's time.
   */
  boolean isAheadOfMoney(TenantId tenant) {
    return clocks.isLive() && hasOwnTime(tenant);
  }

  private boolean hasOwnTime(TenantId tenant) {
    return time.ahead().containsKey(tenant);
  }

  private void move(Enrollment enrollment, Instant to, Duration lag) {
    Optional<String> customer = enrollment.customer().id();
    if (customer.isEmpty() || !clocks.isPossible()) {
      return;
    }
    // Who was not on a clock has lived by the deployment's time so far.
    ProviderClocks.ProviderClock clock =
        clocks
            .of(customer.get())
            .orElseGet(() -> clocks.start(customer.get(), time.now(), key(customer.get())));
    Instant second = to.truncatedTo(ChronoUnit.SECONDS);
    if (clock.now().plus(lag).isBefore(second)) {
      clocks.advance(customer.get(), clock, second);
    }
  }

  private static String key(String customer) {
    return "clock-" + customer;
  }
}
