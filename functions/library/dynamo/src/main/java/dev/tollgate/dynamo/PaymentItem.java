package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.payments.Payment;
import dev.tollgate.core.payments.Payments;
import java.util.HashMap;
import java.util.Map;

/** A single payment, as the state it is in. */
final class PaymentItem {
  private PaymentItem() {}

  record PaymentKey(TenantId tenant, String order) implements Key {
    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return "PAYMENT#" + Key.foreign(order);
    }
  }

  /**
   * @param version that it must have now; 0 where there must be none
   */
  static Action save(Payment payment, long version) {
    Action put = Action.put(write(payment).number("version", version + 1));
    return version == 0 ? put.ifAbsent() : put.ifVersionIs(version);
  }

  private static Row.Writer write(Payment payment) {
    Payment.Order order = payment.order();
    Row.Writer row =
        new Row.Writer(new PaymentKey(order.tenant(), order.id()))
            .text("tenant", order.tenant().value())
            .text("order", order.id())
            .nested("amount", write(order.amount()))
            .text("purpose", order.purpose())
            .instant("at", order.at())
            .text("reference", payment.reference());
    return switch (payment) {
      case Payment.Opened opened ->
          row.text("state", "opened").text("client_secret", opened.clientSecret());
      case Payment.Authorised _ -> row.text("state", "authorised");
      case Payment.Captured captured ->
          row.text("state", "captured").nested("refunds", writeAll(captured.refunds()));
      case Payment.Released _ -> row.text("state", "released");
    };
  }

  static Payments.Kept read(Row row) {
    return new Payments.Kept(payment(row), row.longNumber("version"));
  }

  private static Payment payment(Row row) {
    Payment.Order order =
        new Payment.Order(
            new TenantId(row.text("tenant")),
            row.text("order"),
            money(row.required("amount")),
            row.text("purpose"),
            row.instant("at"));
    String reference = row.text("reference");
    return switch (row.text("state")) {
      case "opened" -> new Payment.Opened(order, reference, row.text("client_secret"));
      case "authorised" -> new Payment.Authorised(order, reference);
      case "captured" -> new Payment.Captured(order, reference, refunds(row.required("refunds")));
      case "released" -> new Payment.Released(order, reference);
      default -> throw new IllegalStateException("a payment in an unknown state");
    };
  }

  private static Row.Writer writeAll(Map<String, Money> refunds) {
    Row.Writer row = Row.Writer.nested();
    refunds.forEach((reason, amount) -> row.nested(reason, write(amount)));
    return row;
  }

  private static Map<String, Money> refunds(Row row) {
    Map<String, Money> refunds = new HashMap<>();
    row.attributes().keySet().forEach(reason -> refunds.put(reason, money(row.required(reason))));
    return refunds;
  }

  private static Row.Writer write(Money money) {
    return Row.Writer.nested().number("minor", money.minor()).text("currency", money.currency());
  }

  private static Money money(Row row) {
    return new Money(row.longNumber("minor"), row.text("currency"));
  }
}
