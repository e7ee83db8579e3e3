package dev.tollgate.core.killswitch;

import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import java.time.Instant;

/** Sends on what waited for a tenant that works again; may be broken off and begun again. */
public final class ResumingWork {
  /** What one run has time for, many times over; the rest gets a message of its own. */
  static final int MOST = 1_000;

  private final Members members;
  private final HeldWork work;
  private final Time time;
  private final Ids ids;

  public ResumingWork(Members members, HeldWork work, Time time, Ids ids) {
    this.members = members;
    this.work = work;
    this.time = time;
    this.ids = ids;
  }

  public Outcome resume(TenantId tenant) {
    if (isSuspended(tenant)) {
      return new StillSuspended();
    }
    Instant now = time.now(tenant);
    HeldWork.Held held = work.held(tenant, MOST);
    int left = 0;
    for (Message message : held.messages()) {
      left += work.release(message, now) ? 0 : 1;
    }
    if (left > 0) {
      return new Unfinished(left);
    }
    if (held.more() && !held.messages().isEmpty()) {
      work.goOn(Message.of(new Announcement.WorkResumed(), tenant, now, ids));
    }
    return new Resumed(held.messages().size());
  }

  private boolean isSuspended(TenantId tenant) {
    return members
        .findTenancy(tenant)
        .filter(tenancy -> tenancy.account().standing() instanceof Standing.Suspended)
        .isPresent();
  }

  /** How a run went. */
  public sealed interface Outcome {}

  /** All of it, or as much as one run takes, with the rest to follow by itself. */
  public record Resumed(int messages) implements Outcome {}

  /** Suspended again: the next restore brings a message of its own. */
  public record StillSuspended() implements Outcome {}

  /**
   * Come again.
   *
   * @param messages how many could not be sent on yet
   */
  public record Unfinished(int messages) implements Outcome {}
}
