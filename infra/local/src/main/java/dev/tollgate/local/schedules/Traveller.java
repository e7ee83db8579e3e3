package dev.tollgate.local.schedules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whose time it is that moves; all times are those of the traveller. */
sealed interface Traveller permits OfAll, OfOne {
  Instant now();

  /** With every clock that depends on it. A time that has passed changes nothing. */
  void moveTo(Instant time);

  /** The times at which something in the table falls due, in ascending order. */
  List<Instant> dueBetween(Instant after, Instant until);

  /** When something beside the functions has something to do; empty where there is nothing. */
  Optional<Instant> nextBeside();

  /** Does what is due there now. */
  void runBeside();
}
