package dev.tollgate.stripelocal.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the agenda runs when due; {@code work.now()} is then the due moment. */
@FunctionalInterface
public interface Job {
  void run(Work work, ObjectNode object);
}
