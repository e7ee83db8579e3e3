package dev.tollgate.stripelocal.wire;

import java.util.Map;

/** The one API version spoken here. */
public final class ApiVersion {
  public static final String NAME = "2026-07-29.dahlia";
  private static final String RELEASE = ".dahlia";

  private ApiVersion() {}

  /** Another release is refused: its objects have other shapes. Strict: exactly this version. */
  static void check(Map<String, String> headers, boolean strict) {
    String asked = headers.get("stripe-version");
    boolean fits = asked == null ? !strict : strict ? asked.equals(NAME) : asked.endsWith(RELEASE);
    if (!fits) {
      throw StripeError.invalid("Invalid Stripe API version: " + asked, null);
    }
  }
}
