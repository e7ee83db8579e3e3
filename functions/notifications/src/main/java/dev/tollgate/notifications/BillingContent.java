package dev.tollgate.notifications;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Plan;
import java.util.Map;
import java.util.Optional;

/** What the mails about plans and payments show. */
final class BillingContent {
  private final FrontendLinks links;
  private final Edition edition;

  BillingContent(FrontendLinks links, Edition edition) {
    this.links = links;
    this.edition = edition;
  }

  Content of(Letter.OfBilling letter) {
    return switch (letter) {
      case Letter.PlanStarted started ->
          new Content(MailKind.SUBSCRIPTION_STARTED, links.billing(), plan(started.plan()));
      case Letter.PlanEnded ended ->
          new Content(MailKind.SUBSCRIPTION_ENDED, links.billing(), plan(ended.plan()));
      case Letter.Receipt paid ->
          new Content(
              MailKind.PAYMENT_RECEIVED,
              page(paid.page()),
              Map.of("amount", ShownMoney.of(paid.amount()), "number", paid.number()));
      case Letter.PaymentRefused refused -> refused(refused);
      case Letter.ConfirmPayment confirm ->
          new Content(
              MailKind.PAYMENT_ACTION_REQUIRED,
              page(confirm.page()),
              Map.of("amount", ShownMoney.of(confirm.amount())));
      case Letter.MoneyReturned returned ->
          new Content(
              MailKind.PAYMENT_REFUNDED,
              links.billing(),
              Map.of("amount", ShownMoney.of(returned.amount())));
    };
  }

  private Content refused(Letter.PaymentRefused refused) {
    String amount = ShownMoney.of(refused.amount());
    String page = page(refused.page());
    return refused
        .nextTry()
        .map(ShownTime::day)
        .map(day -> Map.of("amount", amount, "date", day))
        .map(own -> new Content(MailKind.PAYMENT_FAILED, page, own))
        .orElseGet(
            () -> new Content(MailKind.PAYMENT_FAILED_FINALLY, page, Map.of("amount", amount)));
  }

  /** By the key where the edition does not sell the plan any more. */
  private Map<String, String> plan(String key) {
    return Map.of(
        "plan", edition.findPlan(key).map(Plan::displayName).orElseGet(() -> ShownName.of(key)));
  }

  private String page(Optional<String> ofProvider) {
    return ofProvider.filter(WebAddress::isOne).orElseGet(links::billing);
  }
}
