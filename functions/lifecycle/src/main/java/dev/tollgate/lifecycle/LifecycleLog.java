package dev.tollgate.lifecycle;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.lifecycle.RunningDueActions;
import dev.tollgate.core.lifecycle.RunningDueActions.Fate;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.lambda.logging.Log;
import dev.tollgate.lambda.logging.Measures;
import dev.tollgate.lambda.logging.Measures.Figure;
import java.util.Map;

/** What became of due actions: identifiers and counts. */
final class LifecycleLog {
  private final Log log;
  private final Measures measures;

  LifecycleLog(Log log, Measures measures) {
    this.log = log;
    this.measures = measures;
  }

  Run begin() {
    return new Run();
  }

  /** One run; each action is told at once, so that a run that is cut short has told what it did. */
  final class Run implements RunningDueActions.Watcher {
    private int looked;
    private long done;
    private long failed;
    private long parked;
    private long unknown;
    private long stuck;

    @Override
    public void unknown(int actions) {
      unknown += actions;
      log.warn("due_actions_unknown", Map.of("number", actions));
    }

    @Override
    public void stuck(TenantId tenant, RuntimeException cause) {
      stuck++;
      log.error("tenant_stuck", Map.of("tenant", tenant.value()), cause);
    }

    @Override
    public void saw(DueAction action, Fate fate) {
      looked += fate instanceof Fate.NotOurs ? 0 : 1;
      switch (fate) {
        case Fate.Done _ -> {
          done++;
          log.info("due_action_done", fields(action));
        }
        case Fate.Dropped _ -> log.info("due_action_dropped", fields(action));
        case Fate.Postponed _ -> log.info("due_action_postponed", fields(action));
        case Fate.NotOurs _ -> {}
        case Fate.Failed failure -> {
          failed++;
          log.error("due_action_failed", fields(action), failure.cause());
        }
        case Fate.Parked failure -> {
          parked++;
          log.error("due_action_parked", fields(action), failure.cause());
        }
      }
    }

    /** What a journey came to: nobody else tells of what was done on it. */
    void endJourneys(long moved, long stuckClocks) {
      end(looked);
      if (moved > 0 || stuckClocks > 0) {
        measures.info(
            "clocks_moved",
            Map.of("source", "lifecycle"),
            Map.of(),
            Figure.count("clocks_moved", moved),
            Figure.count("clocks_stuck", stuckClocks));
      }
    }

    void end(int looked) {
      if (looked == 0 && stuck == 0 && unknown == 0) {
        return;
      }
      measures.info(
          "due_actions_run",
          Map.of("source", "lifecycle"),
          Map.of("looked", looked),
          Figure.count("due_actions_done", done),
          Figure.count("due_actions_failed", failed),
          Figure.count("due_actions_parked", parked),
          Figure.count("due_actions_unknown", unknown),
          Figure.count("tenants_stuck", stuck));
    }
  }

  private static Map<String, Object> fields(DueAction action) {
    return Map.of("tenant", action.tenant().value(), "action", action.key());
  }
}
