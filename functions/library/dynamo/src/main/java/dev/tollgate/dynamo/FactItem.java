package dev.tollgate.dynamo;

import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Message;
import java.util.List;

/** That something was told. Kept for ever, since the same thing is found out again every night. */
final class FactItem {
  private FactItem() {}

  record FactKey(TenantId tenant, String fact) implements Key {
    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return "FACT#" + Key.foreign(fact);
    }
  }

  /** The fact and its message go together. */
  static List<Action> tell(TenantId tenant, BillingChange.Fact fact) {
    Message message = fact.message();
    return List.of(
        Action.put(
                new Row.Writer(new FactKey(tenant, fact.key()))
                    .text("message", message.id().value())
                    .instant("at", message.at()))
            .ifAbsent(),
        OutboxItem.put(message));
  }
}
