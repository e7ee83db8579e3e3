package dev.tollgate.core.payments;

import dev.tollgate.core.billing.EnsuringCustomer;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.ledger.LedgerEntry;
import dev.tollgate.core.ledger.Movement;
import dev.tollgate.core.subscriptions.Enrollment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reserve, do the work, take or give up; later perhaps give back. Each step may be repeated after a
 * crash and happens once: the provider is asked under a key of the order, and what it says is
 * written together with the movement of money it means.
 */
public final class TakingPayments {
  private final EnsuringCustomer customers;
  private final Payments payments;
  private final CardPayments cards;
  private final Time time;

  public TakingPayments(
      EnsuringCustomer customers, Payments payments, CardPayments cards, Time time) {
    this.customers = customers;
    this.payments = payments;
    this.cards = cards;
    this.time = time;
  }

  /** Asks for the money. The same order again gives the payment there is, if amounts agree. */
  public Outcome open(TenantId tenant, String order, Money amount, String purpose) {
    Optional<Payments.Kept> kept = payments.find(tenant, order);
    if (kept.isPresent()) {
      return kept.get().payment().order().amount().equals(amount)
          ? new Is(kept.get().payment())
          : new OtherAmount();
    }
    Enrollment enrollment =
        customers.ensure(tenant).orElseThrow(() -> new Unavailable("the tenant is gone"));
    Payment.Order wanted = new Payment.Order(tenant, order, amount, purpose, time.now(tenant));
    CardPayments.State state =
        cards.open(enrollment.customer().id().orElseThrow(), wanted, key("open", tenant, order));
    Payment opened = new Payment.Opened(wanted, state.reference(), state.clientSecret());
    return payments.save(opened, 0, List.of()) ? new Is(opened) : current(tenant, order);
  }

  /**
   * Asks the provider whether the money is reserved. Never believes a caller: amount, currency,
   * tenant and order must be those that were asked for.
   */
  public Outcome confirm(TenantId tenant, String order) {
    Optional<Payments.Kept> kept = payments.find(tenant, order);
    if (kept.isEmpty()) {
      return new Unknown();
    }
    if (!(kept.get().payment() instanceof Payment.Opened opened)) {
      return new Is(kept.get().payment());
    }
    CardPayments.State state = cards.find(opened.reference());
    if (!isOurs(state, opened.order())) {
      return new OtherAmount();
    }
    return switch (state.status()) {
      case OPEN -> new NotConfirmed(opened);
      case AUTHORISED, CAPTURED ->
          save(kept.get(), opened.authorised(), Movement.AUTHORISED, state.at());
      case RELEASED -> save(kept.get(), opened.released(), Movement.RELEASED, state.at());
    };
  }

  /** The work is done: takes the money. */
  public Outcome capture(TenantId tenant, String order) {
    Optional<Payments.Kept> kept = payments.find(tenant, order);
    if (kept.isEmpty()) {
      return new Unknown();
    }
    return switch (kept.get().payment()) {
      case Payment.Captured captured -> new Is(captured);
      case Payment.Released released -> new Gone(released);
      case Payment.Opened opened -> new NotConfirmed(opened);
      case Payment.Authorised authorised -> {
        CardPayments.State state =
            cards.capture(authorised.reference(), key("capture", tenant, order));
        yield state.status() == CardPayments.Status.CAPTURED
            ? save(kept.get(), authorised.captured(), Movement.CAPTURED, state.at())
            : save(kept.get(), authorised.released(), Movement.RELEASED, state.at());
      }
    };
  }

  /** The work failed or nobody wants it: gives the reservation up. Money taken is not touched. */
  public Outcome release(TenantId tenant, String order) {
    Optional<Payments.Kept> kept = payments.find(tenant, order);
    if (kept.isEmpty()) {
      return new Unknown();
    }
    return switch (kept.get().payment()) {
      case Payment.Released released -> new Is(released);
      case Payment.Captured captured -> new Is(captured);
      case Payment.Opened opened -> release(kept.get(), opened.released());
      case Payment.Authorised authorised -> release(kept.get(), authorised.released());
    };
  }

  /** The provider may have taken the money before anybody wrote that down; then it is taken. */
  private Outcome release(Payments.Kept kept, Payment.Released released) {
    Payment.Order order = released.order();
    CardPayments.State state =
        cards.release(released.reference(), key("release", order.tenant(), order.id()));
    return state.status() == CardPayments.Status.CAPTURED
        ? save(
            kept,
            new Payment.Authorised(order, released.reference()).captured(),
            Movement.CAPTURED,
            state.at())
        : save(kept, released, Movement.RELEASED, state.at());
  }

  /**
   * Gives some or all of it back.
   *
   * @param reason names this refund; the same reason again gives nothing more
   */
  public Outcome refund(TenantId tenant, String order, Money amount, String reason) {
    Optional<Payments.Kept> kept = payments.find(tenant, order);
    if (kept.isEmpty()) {
      return new Unknown();
    }
    if (!(kept.get().payment() instanceof Payment.Captured captured)) {
      return new NothingToRefund(kept.get().payment());
    }
    if (captured.refunds().containsKey(reason)) {
      return new Is(captured);
    }
    if (!amount.currency().equals(captured.order().amount().currency())
        || amount.minor() <= 0
        || amount.minor() > captured.refundable().minor()) {
      return new NothingToRefund(captured);
    }
    return switch (cards.refund(
        captured.reference(), amount, key("refund-" + reason, tenant, order))) {
      case CardPayments.Refund.Refused refused -> new RefundRefused(refused.reason());
      case CardPayments.Refund.Given given -> {
        Payment.Captured less = captured.refunded(reason, amount);
        LedgerEntry entry =
            new LedgerEntry(
                tenant,
                given.at(),
                Movement.REFUNDED,
                amount,
                given.reference(),
                "Refund: " + captured.order().purpose());
        yield payments.save(less, kept.get().version(), List.of(entry))
            ? new Is(less)
            : current(tenant, order);
      }
    };
  }

  private Outcome save(Payments.Kept kept, Payment next, Movement movement, Instant at) {
    Payment.Order order = next.order();
    LedgerEntry entry =
        new LedgerEntry(
            order.tenant(), at, movement, order.amount(), next.reference(), order.purpose());
    return payments.save(next, kept.version(), List.of(entry))
        ? new Is(next)
        : current(order.tenant(), order.id());
  }

  private Outcome current(TenantId tenant, String order) {
    return payments
        .find(tenant, order)
        .<Outcome>map(kept -> new Is(kept.payment()))
        .orElseGet(Unknown::new);
  }

  private static boolean isOurs(CardPayments.State state, Payment.Order order) {
    return state.amount().equals(order.amount())
        && state.tenant().equals(order.tenant().value())
        && state.order().equals(order.id());
  }

  private static String key(String step, TenantId tenant, String order) {
    return "payment-" + step + "-" + tenant.value() + "-" + order;
  }

  /** What the caller hears. */
  public sealed interface Outcome {}

  /** So it stands now. */
  public record Is(Payment payment) implements Outcome {}

  /** The person has not confirmed it yet. */
  public record NotConfirmed(Payment.Opened payment) implements Outcome {}

  /** The reservation ran out or was given up; nothing can be taken. */
  public record Gone(Payment.Released payment) implements Outcome {}

  public record Unknown() implements Outcome {}

  /** The order is known with another amount, or the provider's payment is another one. */
  public record OtherAmount() implements Outcome {}

  public record NothingToRefund(Payment payment) implements Outcome {}

  public record RefundRefused(String reason) implements Outcome {}
}
