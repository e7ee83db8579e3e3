package dev.tollgate.core.billing;

import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Enrollments;
import java.util.Optional;

/**
 * A tenant becomes a customer of the payment provider, once. The key under which the provider makes
 * it counts the tenant's customers, so whoever tries again after a crash, or at the same time, gets
 * the same one.
 */
public final class EnsuringCustomer {
  private static final int TRIES = 5;

  private final Enrollments enrollments;
  private final Members members;
  private final ProviderCustomers customers;
  private final BillingChanges changes;
  private final FollowingTime following;
  private final Time time;

  /** At a provider that has one time for everybody. */
  public EnsuringCustomer(
      Enrollments enrollments,
      Members members,
      ProviderCustomers customers,
      BillingChanges changes,
      Time time) {
    this(
        enrollments,
        members,
        customers,
        changes,
        new FollowingTime(enrollments, ProviderClocks.NONE, time),
        time);
  }

  public EnsuringCustomer(
      Enrollments enrollments,
      Members members,
      ProviderCustomers customers,
      BillingChanges changes,
      FollowingTime following,
      Time time) {
    this.enrollments = enrollments;
    this.members = members;
    this.customers = customers;
    this.changes = changes;
    this.following = following;
    this.time = time;
  }

  /**
   * The enrollment with a customer in it; empty where the tenant or its owner is gone. A tenant
   * that has a time of its own is in it at the provider as well.
   *
   * @throws dev.tollgate.core.kernel.Unavailable where the provider's answer is unknown
   */
  public Optional<Enrollment> ensure(TenantId tenant) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<Enrollment> found = enrollments.find(tenant);
      if (found.isEmpty()) {
        return found;
      }
      if (found.get().customer().id().isPresent()) {
        following.catchUp(found.get());
        return found;
      }
      Optional<Member> owner = members.findOwner(tenant);
      if (owner.isEmpty()) {
        return Optional.empty();
      }
      String customer = make(found.get(), owner.get());
      following.begin(tenant, customer);
      Enrollment changed = found.get().with(found.get().customer().known(customer));
      if (changes.commit(BillingChange.of(changed, time.now(tenant)))
          == BillingChanges.Commit.WRITTEN) {
        return enrollments.find(tenant);
      }
    }
    throw new Unavailable("the enrollment kept moving");
  }

  private String make(Enrollment enrollment, Member owner) {
    return customers.create(
        enrollment.tenant(),
        owner.user().email(),
        owner.account().name(),
        "customer-" + enrollment.tenant().value() + "-" + enrollment.customer().made());
  }
}
