package dev.tollgate.stripelocal.checkout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.payments.Intents;
import dev.tollgate.stripelocal.payments.SetupIntents;

/** Closes sessions that nobody completed. */
final class Expiring {
  /** Agenda: its time is over. */
  static final String JOB = "checkout.session.expires";

  private final Intents intents;
  private final SetupIntents setups;

  Expiring(Intents intents, SetupIntents setups) {
    this.intents = intents;
    this.setups = setups;
  }

  /**
   * For a session that is open; an intent that a buyer left half way can no longer be completed.
   */
  void expire(Work work, ObjectNode session) {
    work.unschedule(JOB, Sessions.id(session));
    session.put("status", "expired").putNull("url");
    String intent = Json.text(session, Sessions.INTENT);
    if (intent != null) {
      work.find(Kind.PAYMENT_INTENT, intent).ifPresent(begun -> intents.cancel(work, begun, null));
      work.find(Kind.SETUP_INTENT, intent).ifPresent(begun -> setups.cancel(work, begun, null));
    }
    work.emit("checkout.session.expired", session);
  }

  /** The agenda may be late: a session whose time is over is expired before anybody sees it. */
  void expireIfOver(Work work, ObjectNode session) {
    if (Sessions.isOpen(session) && session.path("expires_at").longValue() <= work.nowOf(session)) {
      expire(work, session);
    }
  }
}
