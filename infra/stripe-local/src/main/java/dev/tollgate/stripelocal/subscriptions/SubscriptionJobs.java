package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;

/**
 * What happens to subscriptions by itself. Of jobs due at one second the earlier line runs first.
 */
final class SubscriptionJobs implements Room {
  private final Subscriptions subscriptions;
  private final Renewing renewing;
  private final Ending ending;

  SubscriptionJobs(Subscriptions subscriptions, Renewing renewing, Ending ending) {
    this.subscriptions = subscriptions;
    this.renewing = renewing;
    this.ending = ending;
  }

  @Override
  public void register(Router router) {
    router.job(Planning.TRIAL_WILL_END, Kind.SUBSCRIPTION, Planning::announceTrialEnd);
    router.job(Planning.UPCOMING, Kind.SUBSCRIPTION, subscriptions::announce);
    router.job(Planning.RESUME_COLLECTION, Kind.SUBSCRIPTION, this::collectAgain);
    router.job(Planning.INCOMPLETE, Kind.SUBSCRIPTION, subscriptions::expire);
    router.job(Planning.PENDING_UPDATE, Kind.SUBSCRIPTION, subscriptions::dropPendingUpdate);
    router.job(Planning.CANCEL, Kind.SUBSCRIPTION, ending::due);
    router.job(Planning.CYCLE, Kind.SUBSCRIPTION, renewing::due);
  }

  private void collectAgain(Work work, ObjectNode subscription) {
    subscription.putNull("pause_collection");
    subscriptions.told(work, subscription);
  }
}
