package dev.tollgate.stripe;

import dev.tollgate.core.billing.Happening;
import dev.tollgate.core.billing.Happenings;
import dev.tollgate.core.billing.ProviderEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an event is about, as it is now: whatever the event's type, it is the object that is asked,
 * so that events tell the same in every order. What is gone tells nothing.
 */
final class StripeHappenings implements Happenings {
  private final InvoiceNews invoices;
  private final ChargeNews charges;
  private final MeterNews meters;

  StripeHappenings(StripeApi api) {
    this.invoices = new InvoiceNews(api);
    this.charges = new ChargeNews(api);
    this.meters = new MeterNews(api);
  }

  @Override
  public Told tell(ProviderEvent event) {
    return switch (event.type()) {
      case "invoice.upcoming" -> customerOnly(event); // it cannot be asked for
      case String type when type.startsWith("invoice.") -> invoices.tell(event);
      case "charge.refunded", "charge.expired" -> charges.ofCharge(event);
      case String type when type.startsWith("charge.dispute.") -> charges.ofDispute(event);
      case String type when type.startsWith("refund.") -> charges.ofRefund(event);
      case String type when type.startsWith("payment_intent.") ->
          told(event, new Happening.PaymentMoved(event.subject()));
      case String type when type.startsWith("v1.billing.meter.") -> meters.tell(event);
      case "billing.alert.triggered" ->
          told(event, new Happening.Alarm("a usage alert was triggered: " + event.id()));
      default -> customerOnly(event);
    };
  }

  static Told told(ProviderEvent event, Happening happening) {
    return new Told(event.customer(), List.of(happening));
  }

  static Told customerOnly(ProviderEvent event) {
    return new Told(event.customer(), List.of());
  }

  /** The event's customer, else the object's. */
  static Optional<String> customer(ProviderEvent event, @Nullable String found) {
    return event.customer().or(() -> Wire.text(found));
  }
}
