package dev.tollgate.stripelocal.payments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Work;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps of an intent that come from the buyer or from the agenda; whoever waits for the intent is
 * told in the same unit of work.
 */
public final class Finishing {
  private final Intents intents;
  private final SetupIntents setups;
  private final List<IntentWatcher> watchers;

  Finishing(Intents intents, SetupIntents setups, List<IntentWatcher> watchers) {
    this.intents = intents;
    this.setups = setups;
    this.watchers = List.copyOf(watchers);
  }

  Attempt confirm(Work work, ObjectNode intent, ObjectNode method, Terms terms) {
    return tell(work, intent, intents.confirm(work, intent, method, terms));
  }

  /** The buyer came back from the bank's page. */
  public Attempt authenticated(Work work, ObjectNode intent, boolean success) {
    return tell(work, intent, intents.authenticated(work, intent, success));
  }

  /** Like {@link #authenticated} for a setup intent. */
  public Attempt authenticatedSetup(Work work, ObjectNode intent, boolean success) {
    return tell(work, intent, setups.authenticated(work, intent, success));
  }

  Attempt settle(Work work, ObjectNode intent, boolean arrives) {
    return tell(work, intent, intents.settle(work, intent, arrives));
  }

  void cancel(Work work, ObjectNode intent, @Nullable String reason) {
    intents.cancel(work, intent, reason);
    watchers.forEach(watcher -> watcher.failed(work, intent));
  }

  void expire(Work work, ObjectNode intent) {
    intents.expire(work, intent);
    watchers.forEach(watcher -> watcher.failed(work, intent));
  }

  private Attempt tell(Work work, ObjectNode intent, Attempt attempt) {
    switch (attempt) {
      case Attempt.Succeeded() -> {
        if (!"processing".equals(intent.path("status").textValue())) {
          watchers.forEach(watcher -> watcher.succeeded(work, intent));
        }
      }
      case Attempt.Declined _ -> watchers.forEach(watcher -> watcher.failed(work, intent));
      case Attempt.ActionRequired() -> {
        // Nothing is decided yet.
      }
    }
    return attempt;
  }
}
