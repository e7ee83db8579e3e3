package dev.tollgate.notifications;

import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.messages.Suppressions;
import dev.tollgate.core.messages.Suppressions.Cause;
import dev.tollgate.core.messages.Suppressions.Suppression;
import java.util.Optional;

/**
 * A mailbox is gone, or its owner does not want us: the address gets no further mail. Who complains
 * about a mail that a tenant sent also counts against that tenant, once for each complaint; who
 * complains about one of ours counts against nobody. Hearing it twice is the same.
 */
final class HearingOfMails {
  private final Suppressions suppressions;
  private final Time time;
  private final Ids ids;

  HearingOfMails(Suppressions suppressions, Time time, Ids ids) {
    this.suppressions = suppressions;
    this.time = time;
    this.ids = ids;
  }

  void hear(MailEvent.Bounced bounced) {
    for (EmailAddress address : bounced.addresses()) {
      suppressions.suppress(address, new Suppression(Cause.BOUNCE, time.now()), Optional.empty());
    }
  }

  void hear(MailEvent.Complained complained) {
    for (EmailAddress address : complained.addresses()) {
      suppressions.suppress(
          address,
          new Suppression(Cause.COMPLAINT, time.now()),
          complained.onBehalfOf().map(tenant -> strike(tenant, complained.id())));
    }
  }

  private Message strike(TenantId tenant, String complaint) {
    return Message.of(new Announcement.ComplaintReceived(complaint), tenant, time.now(tenant), ids);
  }
}
