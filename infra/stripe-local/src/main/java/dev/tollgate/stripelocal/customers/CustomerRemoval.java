package dev.tollgate.stripelocal.customers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Work;

/** What goes with a customer that is deleted: told before the customer is gone. */
@FunctionalInterface
public interface CustomerRemoval {
  void removing(Work work, ObjectNode customer);
}
