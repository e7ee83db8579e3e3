package dev.tollgate.core.messages;

import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;

/** A fact on its way to a consumer, which may see it more than once and goes by its id. */
public record Message(MessageId id, TenantId tenant, Instant at, Announcement announcement) {
  public static Message of(Announcement announcement, TenantId tenant, Instant now, Ids ids) {
    return new Message(ids.message(now), tenant, now, announcement);
  }
}
