package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Deliveries;
import java.time.Instant;
import java.util.List;

/** Remembers what consumers have done. */
final class DeliveriesDynamo implements Deliveries {
  private final Table table;

  DeliveriesDynamo(Table table) {
    this.table = table;
  }

  @Override
  public Claim claim(TenantId tenant, MessageId message, Instant now, Instant leaseEnds) {
    DeliveryItem.DeliveryKey key = new DeliveryItem.DeliveryKey(tenant, message);
    return switch (table.write(List.of(DeliveryItem.claim(key, now, leaseEnds)))) {
      case Commit.Done _ -> Claim.CLAIMED;
      case Commit.Refused refused -> {
        yield refused.item(0).filter(row -> row.text("state").equals("finished")).isPresent()
            ? Claim.FINISHED
            : Claim.BUSY;
      }
    };
  }

  @Override
  public void finish(TenantId tenant, MessageId message, Instant now) {
    table.writeAlways(
        List.of(DeliveryItem.finish(new DeliveryItem.DeliveryKey(tenant, message), now)));
  }

  @Override
  public void release(TenantId tenant, MessageId message) {
    table.writeAlways(List.of(Action.delete(new DeliveryItem.DeliveryKey(tenant, message))));
  }
}
