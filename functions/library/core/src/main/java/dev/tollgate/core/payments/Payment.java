package dev.tollgate.core.payments;

import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A single payment, as the state it is in. A method exists only on the states it may start from.
 */
public sealed interface Payment {
  Order order();

  /** The provider's id of it. */
  String reference();

  /**
   * @param id the caller's, such as that of a domain order; the same id is the same payment
   * @param purpose for people and invoices, without personal data
   */
  record Order(TenantId tenant, String id, Money amount, String purpose, Instant at) {}

  /** Asked for; the person has not confirmed it yet. Ends by confirmation or release. */
  record Opened(Order order, String reference, String clientSecret) implements Payment {
    public Authorised authorised() {
      return new Authorised(order, reference);
    }

    public Released released() {
      return new Released(order, reference);
    }

    @Override
    public String toString() {
      return "Opened[" + reference + "]"; // the secret confirms the payment
    }
  }

  /** Reserved on the card. Ends when the work is done or given up, or after about a week. */
  record Authorised(Order order, String reference) implements Payment {
    public Captured captured() {
      return new Captured(order, reference, Map.of());
    }

    public Released released() {
      return new Released(order, reference);
    }
  }

  /**
   * Taken.
   *
   * @param refunds what went back since, by its reason, at most all of it together
   */
  record Captured(Order order, String reference, Map<String, Money> refunds) implements Payment {
    public Captured {
      refunds = Map.copyOf(refunds);
    }

    public Money refundable() {
      return refunds.values().stream().map(Money::negated).reduce(order.amount(), Money::plus);
    }

    public Captured refunded(String reason, Money amount) {
      Map<String, Money> all = new HashMap<>(refunds);
      all.put(reason, amount);
      return new Captured(order, reference, all);
    }
  }

  /** Given up before anything was taken. Final. */
  record Released(Order order, String reference) implements Payment {}
}
