package dev.tollgate.stripelocal.customers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Work;

/** Gives a new customer the payment method that came with it; the id may be a test card's. */
@FunctionalInterface
public interface MethodAttaching {
  void attach(Work work, ObjectNode customer, String paymentMethod);
}
