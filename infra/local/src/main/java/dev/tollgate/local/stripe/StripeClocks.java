package dev.tollgate.local.stripe;

import dev.tollgate.core.billing.FollowingTime;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Enrollments;
import dev.tollgate.lambda.runtime.FunctionContext;
import dev.tollgate.local.schedules.TenantClocks;
import dev.tollgate.stripelocal.StripeLocal;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The test clocks of tenants that have a time of their own. Which customer a tenant is, is asked as
 * a function would ask it: the stand-in knows no tenants.
 */
public final class StripeClocks implements TenantClocks, AutoCloseable {
  private final StripeLocal stripe;
  private final Map<String, String> environment;
  private @Nullable ApplicationContext beans;

  /**
   * @param environment of a function that may read the table and ask the stand-in
   */
  public StripeClocks(StripeLocal stripe, Map<String, String> environment) {
    this.stripe = stripe;
    this.environment = environment;
  }

  @Override
  public boolean isKnown(String tenant) {
    return find(tenant).isPresent();
  }

  @Override
  public Optional<Instant> nextDue(String tenant) {
    return find(tenant).flatMap(enrollment -> enrollment.customer().id()).flatMap(stripe::nextDue);
  }

  @Override
  public void follow(String tenant, Instant to) {
    boolean _ = beans().getBean(FollowingTime.class).follow(new TenantId(tenant), to);
  }

  private Optional<Enrollment> find(String tenant) {
    return beans().getBean(Enrollments.class).find(new TenantId(tenant));
  }

  /** Only when first asked for: most stacks never turn a tenant's clock. */
  private synchronized ApplicationContext beans() {
    if (beans == null) {
      beans = FunctionContext.start(environment);
    }
    return beans;
  }

  @Override
  public synchronized void close() {
    if (beans != null) {
      beans.close();
    }
  }
}
