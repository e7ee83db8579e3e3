package dev.tollgate.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.local.LocalStack;
import dev.tollgate.local.Options;
import dev.tollgate.local.stripe.PlansOnSale;
import dev.tollgate.testkit.browser.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A person at a real browser before the packages that are deployed. Asked for with {@code
 * -Dbrowser=true}; pictures go to {@code -Dbrowser.pictures=<folder>}.
 */
@Tag("browser")
@EnabledIfSystemProperty(named = "browser", matches = "true")
class PayingInABrowserTest {
  /** From the click on “Pay” to the state that the API tells: what the product promises. */
  private static final Duration SOON = Duration.ofSeconds(2);

  private static final String EMAIL = "ada@example.com";
  private static final String PASSWORD = "a password for the browser";

  private final LocalStack stack =
      LocalStack.start(Options.inMemory(Path.of("../..")).withSeeds(List.of(new PlansOnSale())));
  private final SecondWindow window = new SecondWindow(stack.baseUri());
  private final Browser browser = Browser.start();

  @AfterEach
  void close() {
    browser.close();
    window.close();
    stack.close();
  }

  @Test
  void fromAnEndedTrialThroughADeclinedCardToProAndOut() {
    window.register(EMAIL, PASSWORD);
    stack.settle();
    browser.open(stack.mails().to(EMAIL).getFirst().links().getFirst());
    browser.waitForText("#answer", "verified");
    stack.moveTo(stack.clock().instant().plus(Duration.ofDays(15)));

    window.logIn(EMAIL, PASSWORD);
    logIn();
    picture("billing-free");
    browser.click(buttonOf("Pro"));
    browser.waitForUrl("/pay/cs_");
    picture("hosted");
    pay("4000000000000002");
    assertThat(browser.text(".error")).isEqualTo("Your card was declined.");
    assertThat(window.standing()).isEqualTo("active on free");
    picture("hosted-declined");

    long paid = System.nanoTime();
    pay("4242424242424242");
    Duration until = window.until("active on pro", paid, SOON);
    browser.waitForText("#notice", "You are subscribed to Pro.");
    Duration untilShown = Duration.ofNanos(System.nanoTime() - paid);
    System.out.printf(
        "paid → active on pro: %d ms, on the page: %d ms%n",
        until.toMillis(), untilShown.toMillis());
    assertThat(browser.text("#status")).isEqualTo("Active");
    assertThat(browser.text("#plan-name")).isEqualTo("Pro");
    stack.settle();
    browser.click("#refresh");
    browser.waitForText("#payments-sum", "Paid so far $49.00");
    picture("billing-pro");

    browser.click("#portal");
    browser.waitForUrl("/portal/");
    picture("portal");
    browser.click("form[id^=cancel-] button");
    browser.waitForText(".notice", "ends");
    picture("portal-canceled");
    stack.settle();
    browser.click("#return");
    browser.waitFor("#resume:not([hidden])");
    assertThat(browser.text("#facts")).contains("Ends");
    assertThat(browser.text("#status")).isEqualTo("Active");
    picture("billing-canceled");
  }

  private void logIn() {
    browser.open(stack.baseUri() + "/_local/app/billing");
    browser.fill("#log-in-email", EMAIL);
    browser.fill("#log-in-password", PASSWORD);
    browser.click("#log-in button");
    browser.waitFor("#plans li");
  }

  /** A plan's card has no name of its own but its title. */
  private String buttonOf(String plan) {
    int place = browser.texts("#plans h3").indexOf(plan) + 1;
    return "#plans li:nth-child(" + place + ") > button";
  }

  private void pay(String number) {
    browser.fill("#number", number);
    browser.fill("#expiry", "12 / 44");
    browser.fill("#cvc", "123");
    browser.fill("#name", "Ada");
    browser.click("#pay");
  }

  /** As on a desk and as on a phone, where nothing may be cut off. */
  private void picture(String name) {
    browser.picture(name);
    browser.resize(360, 740);
    browser.picture(name + "-phone");
    assertThat(browser.scrollsSideways()).as(name + " on a phone").isFalse();
    browser.resize(1200, 900);
  }
}
