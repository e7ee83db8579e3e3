package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;

/** What a consumer has done about a message. */
final class DeliveryItem {
  /** A queue keeps a message at most 14 days. */
  private static final Duration KEPT = Duration.ofDays(30);

  private DeliveryItem() {}

  record DeliveryKey(TenantId tenant, MessageId message) implements Key {
    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return "DELIVERY#" + message.value();
    }
  }

  static Action claim(DeliveryKey key, Instant now, Instant leaseEnds) {
    return Action.put(
            new Row.Writer(key)
                .text("state", "claimed")
                .instant("lease_ends", leaseEnds)
                .expires(now.plus(KEPT)))
        .when("attribute_not_exists(pk) OR (#state = :claimed AND lease_ends <= :now)")
        .with(":claimed", "claimed")
        .with(":now", now);
  }

  static Action finish(DeliveryKey key, Instant now) {
    return Action.put(
        new Row.Writer(key)
            .text("state", "finished")
            .instant("finished_at", now)
            .expires(now.plus(KEPT)));
  }
}
