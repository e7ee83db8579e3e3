package dev.tollgate.stripelocal.clock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Ledger;
import dev.tollgate.stripelocal.ledger.Origin;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Moves a clock to where it was asked to go, running on the way what falls due. */
final class Advance {
  private static final Logger LOG = System.getLogger(Advance.class.getName());

  private final Ledger ledger;
  private final Set<String> underway = ConcurrentHashMap.newKeySet();

  Advance(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Told of each clock that changed: takes on those that are to advance. */
  void committed(List<ObjectNode> clocks) {
    for (ObjectNode clock : clocks) {
      String id = clock.required("id").textValue();
      if (clock.path("status").asText().equals("advancing") && underway.add(id)) {
        try {
          run(
              id,
              clock.path("status_details").path("advancing").path("target_frozen_time").asLong());
        } finally {
          underway.remove(id);
        }
      }
    }
  }

  private void run(String id, long target) {
    try {
      ledger.runDue(id, target);
      settle(id, target, "ready");
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "test clock " + id, e);
      settle(id, target, "internal_failure");
    }
  }

  private void settle(String id, long target, String status) {
    ledger.workAt(
        target,
        Origin.AUTOMATIC,
        work ->
            work.find(Kind.TEST_CLOCK, id)
                .map(
                    clock -> {
                      if (status.equals("ready")) {
                        clock.put("frozen_time", target);
                      }
                      clock.put("status", status);
                      clock.set("status_details", Json.object());
                      work.emit("test_helpers.test_clock." + status, clock);
                      return true;
                    })
                .orElse(false));
  }
}
