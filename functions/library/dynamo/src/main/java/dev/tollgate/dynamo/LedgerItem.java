package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.ledger.LedgerEntry;
import dev.tollgate.core.ledger.Movement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A movement of money, which sorts by its time. */
final class LedgerItem {
  static final String PREFIX = "LEDGER#";

  private LedgerItem() {}

  /**
   * @param place what of the sort key tells it from the tenant's other movements
   */
  record LedgerKey(TenantId tenant, String place) implements Key {
    static LedgerKey of(LedgerEntry entry) {
      return new LedgerKey(
          entry.tenant(),
          Row.write(entry.at())
              + "#"
              + entry.movement().wireName()
              + "#"
              + Key.foreign(entry.reference()));
    }

    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return PREFIX + place;
    }
  }

  /** One group for each movement, to be written {@link Once}. */
  static List<List<Action>> book(List<LedgerEntry> entries) {
    Set<Key> booked = new HashSet<>();
    return entries.stream()
        .filter(entry -> booked.add(LedgerKey.of(entry)))
        .map(entry -> List.of(Action.put(write(entry)).ifAbsent()))
        .toList();
  }

  private static Row.Writer write(LedgerEntry entry) {
    return new Row.Writer(LedgerKey.of(entry))
        .text("tenant", entry.tenant().value())
        .instant("at", entry.at())
        .text("movement", entry.movement().wireName())
        .number("amount", entry.amount().minor())
        .text("currency", entry.amount().currency())
        .text("reference", entry.reference())
        .text("description", entry.description());
  }

  static LedgerEntry read(Row row) {
    return new LedgerEntry(
        new TenantId(row.text("tenant")),
        row.instant("at"),
        Movement.parse(row.text("movement"))
            .orElseThrow(() -> new IllegalStateException("an unknown movement of money")),
        new Money(row.longNumber("amount"), row.text("currency")),
        row.text("reference"),
        row.text("description"));
  }
}
