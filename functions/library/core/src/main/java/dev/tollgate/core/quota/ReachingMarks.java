package dev.tollgate.core.quota;

import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.entitlements.Entitlements;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import java.util.List;
import java.util.Map;

/** Tells the owner by mail, and the product's own services, that a limit is near or reached. */
final class ReachingMarks {
  private static final int ALL = 100;

  private final Ids ids;

  ReachingMarks(Ids ids) {
    this.ids = ids;
  }

  Reservations.News of(Entitlements entitlements) {
    return (slot, mark, level) ->
        entitlements.limit(slot.meter()).limit() instanceof Limit.AtMost(long most)
            ? tell(entitlements, slot, mark, level, most)
            : List.of();
  }

  private List<Message> tell(
      Entitlements entitlements, Slot slot, Claim.Mark mark, long level, long most) {
    TenantId tenant = entitlements.account().id();
    var mail =
        new Announcement.LimitNear(
            entitlements.account().owner(), slot.meter(), mark.percent(), level, most);
    var published =
        new Announcement.Published(
            mark.percent() == ALL ? "limit.reached" : "limit.near",
            Map.of(
                "tenant_id", tenant.value(),
                "meter", slot.meter().key(),
                "percent", Integer.toString(mark.percent()),
                "used", Long.toString(level),
                "limit", Long.toString(most)));
    return List.of(
        Message.of(mail, tenant, entitlements.at(), ids),
        Message.of(published, tenant, entitlements.at(), ids));
  }
}
