package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.ledger.LedgerEntry;
import dev.tollgate.core.payments.Payment;
import dev.tollgate.core.payments.Payments;
import java.util.List;
import java.util.Optional;

/** Keeps single payments with the movements they made. */
final class PaymentsDynamo implements Payments {
  private final Table table;
  private final Once once;

  PaymentsDynamo(Table table) {
    this.table = table;
    this.once = new Once(table);
  }

  @Override
  public Optional<Kept> find(TenantId tenant, String order) {
    return Key.isPlausible(order)
        ? table.get(new PaymentItem.PaymentKey(tenant, order)).map(PaymentItem::read)
        : Optional.empty();
  }

  @Override
  public boolean save(Payment payment, long version, List<LedgerEntry> movements) {
    return once.write(List.of(PaymentItem.save(payment, version)), LedgerItem.book(movements))
        instanceof Commit.Done;
  }
}
