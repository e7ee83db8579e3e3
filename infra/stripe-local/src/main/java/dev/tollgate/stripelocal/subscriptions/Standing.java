package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.invoices.Collecting;
import dev.tollgate.stripelocal.invoices.InvoiceWatcher;
import dev.tollgate.stripelocal.invoices.Ownership;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.settings.Settings.AfterRetries;
import java.util.function.BiConsumer;

/** What an invoice's outcome does to the subscription it is of. */
final class Standing implements InvoiceWatcher {
  /** Internal mark while a subscription is being made: it is told of once, at the end. */
  static final String STARTING = "_starting";

  /** Internal field: the invoice whose payment ends the pause. */
  static final String RESUMED_BY = "_resumed_by";

  private final Ended ended;
  private final Planning planning;
  private final AfterRetries afterRetries;

  Standing(Ended ended, Planning planning, AfterRetries afterRetries) {
    this.ended = ended;
    this.planning = planning;
    this.afterRetries = afterRetries;
  }

  @Override
  public void paid(Work work, ObjectNode invoice) {
    of(work, invoice, this::paid);
  }

  private void paid(Work work, Concern concern) {
    ObjectNode subscription = concern.subscription();
    saveMethod(work, concern);
    if (PendingUpdate.isExpecting(subscription, concern.invoice())) {
      fulfilled(work, subscription);
      return;
    }
    switch (subscription.path("status").asText()) {
      case "incomplete" -> become(work, subscription, "active");
      case "past_due", "unpaid" -> {
        if (concern.isLatest(work)) {
          become(work, subscription, "active");
        }
      }
      case "paused" -> resumed(work, concern);
      default -> {
        // Nothing was owed.
      }
    }
  }

  /**
   * {@code payment_settings.save_default_payment_method=on_subscription}: what paid once pays from
   * now on.
   */
  private static void saveMethod(Work work, Concern concern) {
    ObjectNode subscription = concern.subscription();
    String save =
        subscription.path("payment_settings").path("save_default_payment_method").asText();
    String intent = Json.text(concern.invoice(), Collecting.INTENT);
    if (save.equals("on_subscription") && intent != null) {
      work.find(Kind.PAYMENT_INTENT, intent)
          .map(paid -> Json.text(paid, "payment_method"))
          .ifPresent(method -> subscription.put("default_payment_method", method));
    }
  }

  private void fulfilled(Work work, ObjectNode subscription) {
    if (PendingUpdate.isWaiting(subscription)) {
      PendingUpdate.apply(work, subscription);
      planning.plan(work, subscription);
    } else {
      PendingUpdate.fulfilled(subscription);
    }
  }

  private void resumed(Work work, Concern concern) {
    ObjectNode subscription = concern.subscription();
    if (concern.id().equals(Json.text(subscription, RESUMED_BY))) {
      subscription.remove(RESUMED_BY);
      become(work, subscription, "active");
      work.emit("customer.subscription.resumed", subscription);
    }
  }

  @Override
  public void attemptFailed(Work work, ObjectNode invoice) {
    of(
        work,
        invoice,
        (_, concern) -> {
          ObjectNode subscription = concern.subscription();
          boolean apart = PendingUpdate.isExpecting(subscription, invoice);
          if (!apart && subscription.path("status").asText().equals("active")) {
            become(work, subscription, "past_due");
          }
        });
  }

  @Override
  public void exhausted(Work work, ObjectNode invoice) {
    of(
        work,
        invoice,
        (_, concern) -> {
          switch (afterRetries) {
            case CANCEL -> ended.now(work, concern.subscription(), "payment_failed");
            case UNPAID -> become(work, concern.subscription(), "unpaid");
            case PAST_DUE -> {
              // It stays as it is.
            }
          }
        });
  }

  @Override
  public void writtenOff(Work work, ObjectNode invoice) {
    of(
        work,
        invoice,
        (_, concern) -> {
          ObjectNode subscription = concern.subscription();
          switch (subscription.path("status").asText()) {
            case "incomplete" -> ended.expired(work, subscription);
            case "past_due", "unpaid" -> {
              if (concern.isLatest(work)) {
                become(work, subscription, "active");
              }
            }
            default -> {
              // Nothing depended on it.
            }
          }
        });
  }

  private void become(Work work, ObjectNode subscription, String status) {
    subscription.put("status", status);
    if (!subscription.has(STARTING)) {
      work.emit("customer.subscription.updated", subscription);
      planning.plan(work, subscription);
    }
  }

  private static void of(Work work, ObjectNode invoice, BiConsumer<Work, Concern> then) {
    Ownership.subscriptionOf(work, invoice)
        .filter(subscription -> !Ended.isEnded(subscription))
        .ifPresent(subscription -> then.accept(work, new Concern(subscription, invoice)));
  }

  /** A subscription and one of its invoices. */
  private record Concern(ObjectNode subscription, ObjectNode invoice) {
    String id() {
      return invoice.path("id").asText();
    }

    /** Whether no later one has been finalized: drafts are not owed yet. */
    boolean isLatest(Work work) {
      String id = subscription.path("id").asText();
      return Ownership.newestFinalized(work, id).filter(id()::equals).isPresent();
    }
  }
}
