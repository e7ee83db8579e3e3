package dev.tollgate.core.identity;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import java.time.Instant;

/** A person changes what they are called. */
public final class UpdatingProfile {
  private final Profiles profiles;
  private final Time time;
  private final Ids ids;

  public UpdatingProfile(Profiles profiles, Time time, Ids ids) {
    this.profiles = profiles;
    this.time = time;
    this.ids = ids;
  }

  /** The member as it is now. */
  public Member rename(Member member, PersonName fullName, Client client) {
    User user = member.user();
    Instant now = time.now(user.tenant());
    User renamed = user.named(fullName.value());
    profiles.rename(
        renamed,
        AuditEntry.of(AuditAction.PROFILE_CHANGED, user.tenant(), user.id(), client, now, ids));
    return member.with(renamed);
  }
}
