package dev.tollgate.core.mailing;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.messages.Suppressions;

/** The platform owner lets an address have mail again, and answers for it in the trail. */
public final class LiftingSuppression {
  private final Suppressions suppressions;
  private final Time time;
  private final Ids ids;

  public LiftingSuppression(Suppressions suppressions, Time time, Ids ids) {
    this.suppressions = suppressions;
    this.time = time;
    this.ids = ids;
  }

  /** False where nothing kept it from mail. The trail has no address. */
  public boolean lift(EmailAddress address, Member by, Client client) {
    User user = by.user();
    AuditEntry entry =
        AuditEntry.of(
            AuditAction.SUPPRESSION_LIFTED,
            user.tenant(),
            user.id(),
            client,
            time.now(user.tenant()),
            ids);
    return suppressions.lift(address, entry);
  }
}
