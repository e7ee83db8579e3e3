package dev.tollgate.stripe;

import com.stripe.param.billingportal.SessionCreateParams;
import dev.tollgate.core.billing.Portal;
import java.net.URI;

/** Stripe's customer portal, with the configuration that is the account's default. */
final class StripePortal implements Portal {
  private final StripeApi api;

  StripePortal(StripeApi api) {
    this.api = api;
  }

  /** Without a key: each page is good for a few minutes and once. */
  @Override
  public URI open(String customer, URI returnTo) {
    SessionCreateParams session =
        SessionCreateParams.builder()
            .setCustomer(customer)
            .setReturnUrl(returnTo.toString())
            .build();
    return URI.create(
        api.call(
                "open the portal", stripe -> stripe.v1().billingPortal().sessions().create(session))
            .getUrl());
  }
}
