package dev.tollgate.stripelocal.invoices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When an invoice that could not be collected is tried again. Times are counted from the first
 * failure.
 */
final class Retries {
  static final String JOB = "invoice.retry";

  /**
   * Internal mark of an invoice that is never tried again by itself: a first one, or a pending
   * update's.
   */
  static final String ONCE = "_once";

  private static final String FIRST_FAILURE = "_first_failure";
  private static final String PLANNED = "_retries_planned";
  private static final String REFUSED = "_refused_method";

  /** The issuer will not change its mind about these: the same card is not tried again. */
  private static final Set<String> HARD =
      Set.of(
          "lost_card",
          "stolen_card",
          "pickup_card",
          "restricted_card",
          "fraudulent",
          "transaction_not_allowed",
          "revocation_of_authorization",
          "revocation_of_all_authorizations",
          "authentication_required");

  private final List<Duration> waits;

  Retries(List<Duration> waits) {
    this.waits = List.copyOf(waits);
  }

  /** Whether more attempts follow, after a failed one; plans the next. */
  boolean plan(Work work, ObjectNode invoice) {
    String id = invoice.path("id").asText();
    if (invoice.has(ONCE) || !invoice.path("auto_advance").asBoolean()) {
      return true;
    }
    if (work.due(JOB, id).isPresent()) {
      return true;
    }
    long first = Json.number(invoice, FIRST_FAILURE, work.nowOf(invoice));
    int planned = invoice.path(PLANNED).asInt(0);
    if (planned == waits.size()) {
      invoice.putNull("next_payment_attempt");
      return false;
    }
    long next = first + waits.get(planned).toSeconds();
    invoice.put(FIRST_FAILURE, first).put(PLANNED, planned + 1L);
    invoice.put("next_payment_attempt", next);
    work.schedule(next, JOB, Kind.INVOICE, id);
    return true;
  }

  void stop(Work work, ObjectNode invoice) {
    work.unschedule(JOB, invoice.path("id").asText());
    invoice.putNull("next_payment_attempt");
  }

  /** Remembers a hard decline. */
  void refused(ObjectNode invoice, ObjectNode method, @Nullable String declineCode) {
    if (declineCode != null && HARD.contains(declineCode)) {
      invoice.put(REFUSED, method.path("id").asText());
    }
  }

  /** Whether another attempt with the method makes sense. */
  boolean worthwhile(ObjectNode invoice, ObjectNode method) {
    return !method.path("id").asText().equals(Json.text(invoice, REFUSED));
  }
}
