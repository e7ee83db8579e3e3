package dev.tollgate.local.schedules;

import java.time.Instant;
import java.util.Optional;

/** Something beside the functions that has things to do at certain times of the stack's clock. */
public interface Agenda {
  /** The first time at which there is something, past or to come; empty where there is nothing. */
  Optional<Instant> nextDue();

  /** Does what is due now, in its order, and returns when it is done. */
  void runDue();
}
