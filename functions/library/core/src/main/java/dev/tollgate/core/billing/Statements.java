package dev.tollgate.core.billing;

import dev.tollgate.core.kernel.Money;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads a customer's invoices and cards at the payment provider. */
public interface Statements {
  /** Newest first. */
  Page invoices(String customer, int limit, Optional<String> cursor);

  List<Card> cards(String customer);

  record Page(List<Invoice> invoices, Optional<String> nextCursor) {}

  /**
   * @param number empty while it is a draft
   * @param hostedUrl where it can be looked at and paid, once it is final
   */
  record Invoice(
      String id,
      Optional<String> number,
      String status,
      Money total,
      Money paid,
      Money due,
      Instant createdAt,
      Instant periodStart,
      Instant periodEnd,
      Optional<URI> hostedUrl,
      Optional<URI> pdfUrl) {}

  /**
   * @param main whether renewals are charged to it
   */
  record Card(
      String id, String brand, String last4, int expiryMonth, int expiryYear, boolean main) {}
}
