package dev.tollgate.core.billing;

import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.TenantId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Asks the payment provider for money that nobody is there to pay. What became of it is asked for
 * afterwards.
 */
public interface Charges {
  /**
   * Begins a contract whose first invoice is due at once and can be paid on the provider's page.
   * Nothing is charged yet; unpaid, it expires after 23 hours.
   *
   * @return its id; that of the first one where it is asked for again under the same key
   */
  String begin(Order order, String key);

  /**
   * One try to charge what the contract owes to the card that renewals go to. Nothing happens where
   * nothing is owed; a refusal or a missing card leaves it owed.
   */
  void pay(String contract, String key);

  /** The invoice that the contract owes; empty where all are paid, written off or not final yet. */
  Optional<Owed> owed(String contract);

  /** What the contract is for. */
  record Order(TenantId tenant, String customer, String plan, List<Checkouts.Line> lines) {
    public Order {
      lines = List.copyOf(lines);
    }
  }

  /**
   * @param nextTry when the provider tries by itself; empty where it will not
   * @param url the page where it can be paid
   */
  record Owed(String invoice, Money due, Optional<Instant> nextTry, Optional<URI> url) {}
}
