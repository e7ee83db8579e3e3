package dev.tollgate.notifications;

import dev.tollgate.core.kernel.OneTimeSecret;
import java.util.Optional;

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

  /** Where an invite is accepted. */
  String invite(OneTimeSecret code) {
    return frontend + "/accept-invite?code=" + code.text();
  }

  /** Where the platform owner sees who asked for an offer. */
  String salesLeads() {
    return frontend + "/admin/sales-leads";
  }

  /** The provider's page of a payment, or ours where it has none. */
  String payment(Optional<String> ofProvider) {
    return ofProvider.filter(WebAddress::isOne).orElseGet(this::billing);
  }
}
