package dev.tollgate.stripelocal.payments;

import java.util.Arrays;
import java.util.Optional;

/** Stripe's published test cards: number, what is printed on them, and how they behave. */
public enum TestCard {
  VISA("4242424242424242", "visa", "credit", Conduct.PAYS, "pm_card_visa"),
  VISA_DEBIT("4000056655665556", "visa", "debit", Conduct.PAYS, "pm_card_visa_debit"),
  VISA_INDIA("4000003560000008", "visa", "credit", Conduct.PAYS, "pm_card_in"),
  VISA_US("4000000000000077", "visa", "credit", Conduct.PAYS, "pm_card_bypassPending"),
  MASTERCARD("5555555555554444", "mastercard", "credit", Conduct.PAYS, "pm_card_mastercard"),
  MASTERCARD_2("2223003122003222", "mastercard", "credit", Conduct.PAYS, "pm_card_mastercard_2"),
  MASTERCARD_DEBIT(
      "5200828282828210", "mastercard", "debit", Conduct.PAYS, "pm_card_mastercard_debit"),
  MASTERCARD_PREPAID(
      "5105105105105100", "mastercard", "prepaid", Conduct.PAYS, "pm_card_mastercard_prepaid"),
  AMEX("378282246310005", "amex", "credit", Conduct.PAYS, "pm_card_amex"),
  DISCOVER("6011111111111117", "discover", "credit", Conduct.PAYS, "pm_card_discover"),
  DINERS("3056930009020004", "diners", "credit", Conduct.PAYS, "pm_card_diners"),
  JCB("3566002020360505", "jcb", "credit", Conduct.PAYS, "pm_card_jcb"),
  UNIONPAY("6200000000000005", "unionpay", "credit", Conduct.PAYS, "pm_card_unionpay"),
  FAILS_WHEN_CHARGED("4000000000000341", Conduct.FAILS_WHEN_CHARGED, "pm_card_chargeCustomerFail"),
  DECLINED("4000000000000002", Conduct.DECLINED, "pm_card_chargeDeclined"),
  WITHOUT_FUNDS(
      "4000000000009995", Conduct.WITHOUT_FUNDS, "pm_card_visa_chargeDeclinedInsufficientFunds"),
  LOST("4000000000009987", Conduct.LOST, "pm_card_visa_chargeDeclinedLostCard"),
  STOLEN("4000000000009979", Conduct.STOLEN, "pm_card_visa_chargeDeclinedStolenCard"),
  FRAUDULENT("4100000000000019", Conduct.FRAUDULENT, "pm_card_radarBlock"),
  TOO_FREQUENT(
      "4000000000006975", Conduct.TOO_FREQUENT, "pm_card_visa_chargeDeclinedVelocityLimitExceeded"),
  EXPIRED("4000000000000069", Conduct.EXPIRED, "pm_card_chargeDeclinedExpiredCard"),
  WRONG_CVC("4000000000000127", Conduct.WRONG_CVC, "pm_card_chargeDeclinedIncorrectCvc"),
  PROCESSING_ERROR(
      "4000000000000119", Conduct.PROCESSING_ERROR, "pm_card_chargeDeclinedProcessingError"),
  AUTHENTICATES_UNLESS_SET_UP(
      "4000002500003155",
      Conduct.AUTHENTICATES_UNLESS_SET_UP,
      "pm_card_authenticationRequiredOnSetup"),
  AUTHENTICATES_ALWAYS(
      "4000002760003184", Conduct.AUTHENTICATES_ALWAYS, "pm_card_authenticationRequired"),
  AUTHENTICATES("4000000000003220", Conduct.AUTHENTICATES_ALWAYS, "pm_card_threeDSecure2Required"),
  AUTHENTICATES_THEN_DECLINED(
      "4000008400001629",
      Conduct.AUTHENTICATES_THEN_DECLINED,
      "pm_card_threeDSecureRequiredChargeDeclined"),
  AUTHENTICATES_THEN_WITHOUT_FUNDS(
      "4000008260003178",
      Conduct.AUTHENTICATES_THEN_WITHOUT_FUNDS,
      "pm_card_authenticationRequiredChargeDeclinedInsufficientFunds"),
  DISPUTED_AS_FRAUD("4000000000000259", Conduct.DISPUTED_AS_FRAUD, "pm_card_createDispute"),
  DISPUTED_AS_NOT_RECEIVED(
      "4000000000002685",
      Conduct.DISPUTED_AS_NOT_RECEIVED,
      "pm_card_createDisputeProductNotReceived"),
  REFUND_FAILS("4000000000005126", Conduct.REFUND_FAILS, "pm_card_refundFail"),
  REFUND_PENDS("4000000000007726", Conduct.REFUND_PENDS, "pm_card_pendingRefund");

  private final String number;
  private final String brand;
  private final String funding;
  private final Conduct conduct;
  private final String token;

  TestCard(String number, Conduct conduct, String token) {
    this(number, "visa", "credit", conduct, token);
  }

  TestCard(String number, String brand, String funding, Conduct conduct, String token) {
    this.number = number;
    this.brand = brand;
    this.funding = funding;
    this.conduct = conduct;
    this.token = token;
  }

  public static Optional<TestCard> ofNumber(String number) {
    return Arrays.stream(values()).filter(card -> card.number.equals(number)).findFirst();
  }

  /** By the id that stands for the card in requests, such as {@code pm_card_visa}. */
  public static Optional<TestCard> ofToken(String token) {
    return Arrays.stream(values())
        .filter(
            card -> card.token.equals(token) || card.token.replace("pm_card", "tok").equals(token))
        .findFirst();
  }

  public String number() {
    return number;
  }

  String brand() {
    return brand;
  }

  String funding() {
    return funding;
  }

  Conduct conduct() {
    return conduct;
  }

  String country() {
    return this == VISA_INDIA ? "IN" : "US";
  }
}
