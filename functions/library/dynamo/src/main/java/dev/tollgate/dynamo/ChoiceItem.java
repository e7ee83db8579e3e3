package dev.tollgate.dynamo;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.quota.Choice;

/** What a tenant goes on with where it has more than it may. */
final class ChoiceItem {
  private ChoiceItem() {}

  record ChoiceKey(TenantId tenant, Meter meter) implements Key {
    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return "CHOICE#" + meter.key();
    }
  }

  static Action put(TenantId tenant, Choice choice) {
    return Action.put(
        new Row.Writer(new ChoiceKey(tenant, choice.meter())).list("keep", choice.keep()));
  }

  static Choice read(Meter meter, Row row) {
    return new Choice(meter, row.list("keep"));
  }
}
