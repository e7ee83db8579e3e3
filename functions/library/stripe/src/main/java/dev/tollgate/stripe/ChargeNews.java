package dev.tollgate.stripe;

import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Refund;
import com.stripe.param.RefundListParams;
import dev.tollgate.core.billing.Happening;
import dev.tollgate.core.billing.Happenings.Told;
import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What there is to tell of a charge: money went back, by us or by the bank. */
final class ChargeNews {
  private final StripeApi api;

  ChargeNews(StripeApi api) {
    this.api = api;
  }

  Told ofCharge(ProviderEvent event) {
    return charge(event.subject())
        .map(charge -> ofCharge(event, charge))
        .orElseGet(() -> StripeHappenings.customerOnly(event));
  }

  Told ofRefund(ProviderEvent event) {
    return api.find("show a refund", stripe -> stripe.v1().refunds().retrieve(event.subject()))
        .flatMap(refund -> charge(refund.getCharge()))
        .map(charge -> ofCharge(event, charge))
        .orElseGet(() -> StripeHappenings.customerOnly(event));
  }

  Told ofDispute(ProviderEvent event) {
    Optional<Dispute> found =
        api.find("show a dispute", stripe -> stripe.v1().disputes().retrieve(event.subject()));
    if (found.isEmpty()) {
      return StripeHappenings.customerOnly(event);
    }
    Optional<String> customer =
        event.customer().or(() -> charge(found.get().getCharge()).flatMap(each -> owner(each)));
    return new Told(customer, disputed(event, found.get()));
  }

  /**
   * An inquiry moves no money. When a dispute was decided only its own event says, so it is only
   * told by that one; that it was opened goes before it.
   */
  private static List<Happening> disputed(ProviderEvent event, Dispute dispute) {
    String status = Optional.ofNullable(dispute.getStatus()).orElse("");
    if (status.startsWith("warning_")) {
      return List.of();
    }
    List<Happening> news = new ArrayList<>();
    Money amount = Wire.money(dispute.getAmount(), dispute.getCurrency());
    news.add(
        new Happening.Disputed(
            dispute.getId(),
            amount,
            Wire.instant(dispute.getCreated()),
            Wire.text(dispute.getReason()).orElse("general")));
    boolean won = status.equals("won");
    if (event.type().equals("charge.dispute.closed") && (won || status.equals("lost"))) {
      news.add(new Happening.DisputeClosed(dispute.getId(), amount, event.createdAt(), won));
    }
    return news;
  }

  private Told ofCharge(ProviderEvent event, Charge charge) {
    List<Happening> news = new ArrayList<>();
    for (Refund refund : refunds(charge.getId())) {
      if ("succeeded".equals(refund.getStatus())) {
        news.add(
            new Happening.Refunded(
                refund.getId(),
                Wire.money(refund.getAmount(), refund.getCurrency()),
                Wire.instant(refund.getCreated())));
      }
    }
    if (event.type().equals("charge.expired")) {
      Wire.text(charge.getPaymentIntent())
          .ifPresent(intent -> news.add(new Happening.PaymentMoved(intent)));
    }
    return new Told(event.customer().or(() -> owner(charge)), news);
  }

  private List<Refund> refunds(String charge) {
    RefundListParams all =
        RefundListParams.builder().setCharge(charge).setLimit(StripeApi.PAGE).build();
    return api.call("list refunds", stripe -> StripeApi.all(stripe.v1().refunds().list(all)));
  }

  private Optional<Charge> charge(@Nullable String id) {
    return Wire.text(id)
        .flatMap(
            known -> api.find("show a charge", stripe -> stripe.v1().charges().retrieve(known)));
  }

  private static Optional<String> owner(Charge charge) {
    return Wire.text(charge.getCustomer());
  }
}
