package dev.tollgate.stripelocal.payments;

import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.PaymentMethodCreateParams;
import com.stripe.service.V1Services;
import dev.tollgate.stripelocal.TestStripe;

/** Customers, cards and payments for tests of what comes after. */
public final class Payer {
  private final TestStripe stripe;

  public Payer(TestStripe stripe) {
    this.stripe = stripe;
  }

  public V1Services v1() {
    return stripe.client().v1();
  }

  public Customer customer() throws StripeException {
    return v1().customers()
        .create(
            CustomerCreateParams.builder()
                .setEmail("owner@example.com")
                .setName("Example Owner")
                .build());
  }

  /** A card that nobody owns yet. */
  public PaymentMethod card(String number) throws StripeException {
    return v1().paymentMethods().create(card(number, 12L, 2030L));
  }

  public static PaymentMethodCreateParams card(String number, long month, long year) {
    return PaymentMethodCreateParams.builder()
        .setType(PaymentMethodCreateParams.Type.CARD)
        .setCard(
            PaymentMethodCreateParams.CardDetails.builder()
                .setNumber(number)
                .setExpMonth(month)
                .setExpYear(year)
                .setCvc("123")
                .build())
        .build();
  }

  /** A card or a test id of one, attached. */
  public PaymentMethod saved(String customer, String method) throws StripeException {
    return v1().paymentMethods()
        .attach(method, PaymentMethodAttachParams.builder().setCustomer(customer).build());
  }

  /** 25.00 USD, confirmed at once with a fresh card. */
  public PaymentIntent pay(String number) throws StripeException {
    return v1().paymentIntents().create(payment(card(number).getId()).build());
  }

  public static PaymentIntentCreateParams.Builder payment(String method) {
    return PaymentIntentCreateParams.builder()
        .setAmount(2500L)
        .setCurrency("usd")
        .setPaymentMethod(method)
        .setConfirm(true)
        .putMetadata("order", "7");
  }
}
