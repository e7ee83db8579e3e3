package dev.tollgate.core.onboarding;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Directory;
import dev.tollgate.core.identity.NewPassword;
import dev.tollgate.core.identity.PasswordHasher;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.identity.Verification;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a deployment the person who runs it, in an account of their own that is never revenue. Not
 * reachable through the API: whoever can deploy can run this.
 */
public final class InstallingPlatformOwner {
  private static final Client NOBODY = new Client("installation", "");

  private final Edition edition;
  private final Directory directory;
  private final Registrations registrations;
  private final PasswordHasher hasher;
  private final Time time;
  private final Ids ids;

  public InstallingPlatformOwner(
      Edition edition,
      Directory directory,
      Registrations registrations,
      PasswordHasher hasher,
      Time time,
      Ids ids) {
    this.edition = edition;
    this.directory = directory;
    this.registrations = registrations;
    this.hasher = hasher;
    this.time = time;
    this.ids = ids;
  }

  /** False where somebody has the address already; then nothing changes. */
  public boolean install(EmailAddress email, NewPassword password) {
    if (directory.lookUp(email).isPresent()) {
      return false;
    }
    Instant now = time.now();
    TenantId tenant = ids.tenant(now);
    User owner =
        new User(
            tenant,
            ids.user(now),
            email,
            "Platform owner",
            Role.PLATFORM_ADMIN,
            new Verification.Verified(now),
            Optional.of(hasher.hash(password)),
            Set.of(),
            0,
            now);
    Account account = Account.founded(tenant, "Platform", owner.id(), now);
    Enrollment enrollment =
        Enrollment.begun(
            tenant, new Grant.Complimentary(edition.billing().complimentaryPlan(), now));
    Registrations.Outcome outcome =
        registrations.save(
            new Registration(
                Tenancy.of(account, enrollment).with(owner),
                true,
                Seats.first(edition),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                AuditEntry.of(AuditAction.SIGNED_UP, tenant, owner.id(), NOBODY, now, ids),
                Optional.empty()));
    return outcome instanceof Registrations.Outcome.Saved;
  }
}
