package dev.tollgate.notifications;

import dev.tollgate.core.kernel.OneTimeSecret;

/** Where mails lead to. The address comes from the deployment alone, never from a request. */
final class FrontendLinks {
  private final String frontend;

  /** Throws {@link IllegalArgumentException} where it is no address of a web page. */
  FrontendLinks(String frontend) {
    if (!WebAddress.isOne(frontend) || frontend.contains("?") || frontend.contains("#")) {
      throw new IllegalArgumentException("the front end is at an http address without a query");
    }
    this.frontend = frontend.replaceAll("/+$", "");
  }

  String verifyEmail(OneTimeSecret secret) {
    return frontend + "/verify-email?token=" + secret.text();
  }

  String resetPassword(OneTimeSecret secret) {
    return frontend + "/reset-password?token=" + secret.text();
  }

  /** Where anybody may ask for a link to set a new password. */
  String forgotPassword() {
    return frontend + "/forgot-password";
  }

  /** Where a tenant sees its account, and while it is suspended why. */
  String account() {
    return frontend + "/account";
  }

  /** Where a tenant sees its plan, its usage, its invoices and its card. */
  String billing() {
    return frontend + "/billing";
  }
}
