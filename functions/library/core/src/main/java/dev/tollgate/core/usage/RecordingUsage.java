package dev.tollgate.core.usage;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import java.time.Instant;
import java.util.Optional;

/** Something billable was used: it goes into our ledger, and with it the message to report it. */
public final class RecordingUsage {
  private final UsageLedger ledger;
  private final Time time;
  private final Ids ids;

  public RecordingUsage(UsageLedger ledger, Time time, Ids ids) {
    this.ledger = ledger;
    this.time = time;
    this.ids = ids;
  }

  /** False where the id was recorded before; it counts once. */
  public boolean record(TenantId tenant, Meter meter, String id, long amount) {
    Instant now = time.now(tenant);
    return ledger.record(
        new Usage(tenant, id, meter, amount, now, Optional.empty()),
        Message.of(new Announcement.UsageRecorded(id, meter, amount), tenant, now, ids));
  }
}
