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
  private final Time time;

  public EnsuringCustomer(
      Enrollments enrollments,
      Members members,
      ProviderCustomers customers,
      BillingChanges changes,
      Time time) {
    this.enrollments = enrollments;
    this.members = members;
    this.customers = customers;
    this.changes = changes;
    this.time = time;
  }

  /**
   * The enrollment with a customer in it; empty where the tenant or its owner is gone.
   *
   * @throws dev.tollgate.core.kernel.Unavailable where the provider's answer is unknown
   */
  public Optional<Enrollment> ensure(TenantId tenant) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<Enrollment> found = enrollments.find(tenant);
      if (found.isEmpty() || found.get().customer().id().isPresent()) {
        return found;
      }
      Optional<Member> owner = members.findOwner(tenant);
      if (owner.isEmpty()) {
        return Optional.empty();
      }
      Enrollment changed =
          found.get().with(found.get().customer().known(make(found.get(), owner.get())));
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
