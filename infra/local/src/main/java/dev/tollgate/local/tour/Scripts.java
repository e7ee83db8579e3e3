package dev.tollgate.local.tour;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * The lives of the shipped editions: each begins by its edition's rules and ends like the others.
 */
final class Scripts {
  private static final String GOOD_CARD = "4242424242424242";

  /** Can be saved, and is declined whenever it is charged. */
  private static final String FAILING_CARD = "4000000000000341";

  private static final Duration DAY = Duration.ofDays(1);

  /** Stripe charges an invoice an hour after it was made. */
  private static final Duration CHARGED = Duration.ofHours(2);

  private Scripts() {}

  static List<Script> all() {
    return List.of(
        new Script(
            "tollgate",
            "ada",
            "14 days of Pro, bought before they are over",
            months(Scripts::buysInTheTrial, Scripts::paysWhenSuspended)),
        new Script(
            "rms",
            "bela",
            "14 days of Pro, then the free plan, then bought",
            aMonth(life -> buysAfterTheTrial(life, "pro"), Scripts::replacesTheCard)),
        new Script(
            "resolutionflow",
            "cleo",
            "14 days of Pro, then a wall, then bought",
            aMonth(life -> buysAfterTheTrial(life, "starter"), Scripts::paysTheInvoice)),
        new Script(
            "inboxgrove",
            "dino",
            "7 days, charged on day 8 with the card that was given",
            aMonth(Scripts::isChargedOnDayEight, Scripts::paysTheInvoice)),
        new Script(
            "inboxgrove",
            "edda",
            "7 days without a card: suspended on day 8 until the invoice is paid",
            Scripts::isSuspendedOnDayEight),
        new Script(
            "pathsix",
            "fynn",
            "a free plan after the address is proven, no trial",
            aMonth(life -> buysLater(life, "starter"), Scripts::replacesTheCard)),
        new Script(
            "pm33",
            "gwen",
            "no trial and no free plan: bought on the first day",
            aMonth(life -> buysAtOnce(life, "team"), Scripts::paysTheInvoice)));
  }

  // How they begin.

  private static void buysInTheTrial(Life life) {
    life.signsUp();
    life.mustBe("trialing");
    life.livesToLastDay();
    life.buys("pro", GOOD_CARD);
    life.mustBe("trialing");
    life.livesToRenewal();
  }

  private static void buysAfterTheTrial(Life life, String plan) {
    life.signsUp();
    life.mustBe("trialing");
    life.livesToPeriodEnd();
    life.passes(DAY.multipliedBy(2));
    life.buys(plan, GOOD_CARD);
  }

  private static void isChargedOnDayEight(Life life) {
    life.signsUp();
    life.mustBe("trialing");
    life.passes(DAY.multipliedBy(2));
    life.putsInCard(GOOD_CARD);
    life.livesToPeriodEnd();
    life.passes(CHARGED);
  }

  private static void isSuspendedOnDayEight(Life life) {
    life.signsUp();
    life.mustBe("trialing");
    life.livesToPeriodEnd();
    life.passes(CHARGED);
    life.mustBe("suspended");
    life.passes(DAY); // day 9: tried again
    life.passes(DAY); // day 10: for the last time
    life.paysTheInvoice(GOOD_CARD);
    life.mustBe("active");
    life.isErased();
  }

  private static void buysLater(Life life, String plan) {
    life.signsUp();
    life.passes(DAY.multipliedBy(3));
    life.buys(plan, GOOD_CARD);
  }

  private static void buysAtOnce(Life life, String plan) {
    life.signsUp();
    life.buys(plan, GOOD_CARD);
  }

  // How they go on.

  /** A renewal that is paid, one that fails, one that is paid again. */
  private static Consumer<Life> months(Consumer<Life> beginning, Consumer<Life> recovery) {
    return life -> {
      beginning.accept(life);
      isRenewed(life);
      failsToPay(life, recovery);
      isRenewed(life);
      leaves(life);
    };
  }

  /** The first renewal fails. */
  private static Consumer<Life> aMonth(Consumer<Life> beginning, Consumer<Life> recovery) {
    return life -> {
      beginning.accept(life);
      failsToPay(life, recovery);
      leaves(life);
    };
  }

  private static void isRenewed(Life life) {
    life.livesToRenewal();
    life.mustBe("active");
  }

  private static void failsToPay(Life life, Consumer<Life> recovery) {
    life.mustBe("active");
    life.putsInCard(FAILING_CARD);
    life.livesToRenewal();
    life.mustBe("past_due");
    life.livesUntil("read-only or suspended", standing -> !standing.live());
    recovery.accept(life);
    life.mustBe("active");
  }

  private static void leaves(Life life) {
    life.cancelsAtPeriodEnd();
    life.livesToPeriodEnd();
    life.isErased();
  }

  /** On Stripe's page, which a suspended tenant reaches too; then a card for the next months. */
  private static void paysTheInvoice(Life life) {
    life.paysTheInvoice(GOOD_CARD);
    life.putsInCard(GOOD_CARD);
  }

  /** It is read-only for a week before that. */
  private static void paysWhenSuspended(Life life) {
    life.livesUntil("suspended", standing -> standing.is("suspended"));
    paysTheInvoice(life);
  }

  /** Stripe's next try takes it, an hour later. */
  private static void replacesTheCard(Life life) {
    life.putsInCard(GOOD_CARD);
    life.passes(CHARGED);
  }
}
