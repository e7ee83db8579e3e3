package dev.tollgate.core.overrides;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.entitlements.Overrides;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.kernel.Violation;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The platform owner grants one tenant a limit or a feature, or takes back what was granted. */
public final class ChangingOverrides {
  private static final int TRIES = 8;

  private final Edition edition;
  private final Members members;
  private final OverrideChanges changes;
  private final Time time;
  private final Ids ids;

  public ChangingOverrides(
      Edition edition, Members members, OverrideChanges changes, Time time, Ids ids) {
    this.edition = edition;
    this.members = members;
    this.changes = changes;
    this.time = time;
    this.ids = ids;
  }

  /**
   * Who changes whose.
   *
   * @param version of the overrides that were looked at
   * @param by of the platform
   */
  public record Request(TenantId tenant, long version, Member by, Client client) {}

  /** Empty where there is no such tenant. */
  public Optional<Seen> find(TenantId tenant) {
    return members
        .findTenancy(tenant)
        .map(tenancy -> new Seen(tenancy.overrides(), time.now(tenant)));
  }

  public Outcome change(Request request, OverrideEdit edit) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<Tenancy> tenancy = members.findTenancy(request.tenant());
      if (tenancy.isEmpty()) {
        return new Unknown();
      }
      // As exact as it is stored, so that everybody names the same moment.
      Instant now = time.now(request.tenant()).truncatedTo(ChronoUnit.MILLIS);
      Overrides old = tenancy.get().overrides();
      List<Violation> violations = edit.broken(old, edition, now);
      if (!violations.isEmpty()) {
        return new Invalid(violations);
      }
      if (request.version() != old.version()) {
        return new Moved(old.version());
      }
      Overrides next = edit.applied(old, now);
      if (next.equals(old)) {
        return new Changed(new Seen(old, now));
      }
      long read = tenancy.get().enrollment().version();
      // Where somebody was faster, the next look finds it and says so.
      if (changes.commit(decided(request, edit, next, read, now))
          == OverrideChanges.Commit.WRITTEN) {
        return new Changed(new Seen(next.written(), now));
      }
    }
    throw new Unavailable("the subscription kept moving");
  }

  private OverridesChange decided(
      Request request, OverrideEdit edit, Overrides next, long enrollmentVersion, Instant now) {
    TenantId tenant = request.tenant();
    AuditEntry entry =
        AuditEntry.of(
                AuditAction.OVERRIDES_CHANGED,
                tenant,
                request.by().user().id(),
                request.client(),
                now,
                ids)
            .with(edit.words());
    Announcement news =
        new Announcement.Published("entitlements.changed", Map.of("tenant_id", tenant.value()));
    return new OverridesChange(next, enrollmentVersion, entry, Message.of(news, tenant, now, ids));
  }

  /**
   * What was granted.
   *
   * @param at when that was looked at, by the tenant's time
   */
  public record Seen(Overrides overrides, Instant at) {}

  /** What the platform owner hears. */
  public sealed interface Outcome {}

  /** As it is now; also where it was so before. */
  public record Changed(Seen now) implements Outcome {}

  public record Invalid(List<Violation> violations) implements Outcome {}

  /** Somebody was faster; the overrides are of this version now. */
  public record Moved(long version) implements Outcome {}

  public record Unknown() implements Outcome {}
}
