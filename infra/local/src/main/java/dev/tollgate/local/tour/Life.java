package dev.tollgate.local.tour;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One tenant and the person who owns it: what the person does, and how time passes. After each step
 * the watch looks at what has come of it.
 */
final class Life {
  /** A renewal's invoice stays a draft for an hour before it is charged. */
  private static final Duration CHARGED_BY = Duration.ofHours(2);

  private static final int MOST_DAYS_OWING = 30;

  private final World world;
  private final Person person;
  private final Watch watch;
  private final Timeline timeline;
  private Instant renewed = Instant.EPOCH;

  Life(Api api, String edition, String name) {
    this.timeline = new Timeline();
    this.world = new World(api);
    this.person = new Person(api, "%s@%s.example".formatted(name, edition), name);
    this.watch = new Watch(api, person, timeline, world);
  }

  Timeline timeline() {
    return timeline;
  }

  String sum() {
    return watch.sum();
  }

  Standing standing() {
    return watch.standing();
  }

  // What the person does.

  /** Signs up and opens the link of the mail, which also logs in. */
  void signsUp() {
    does("signs up");
    person.signsUp();
    world.settles();
    watch.mails();
    does("opens the link of the mail");
    String token =
        watch
            .newestLink(link -> link.contains("verify-email?token="))
            .map(link -> link.substring(link.indexOf('=') + 1))
            .orElseThrow(() -> new Failed("opens the link of the mail", "no mail has one"));
    person.verifies(token);
    comesToRest();
  }

  void buys(String plan, String card) {
    does("buys %s on the checkout page with card %s".formatted(plan, card));
    String page = person.url("/api/v1/billing/checkout-session", Map.of("plan", plan));
    String session = page.substring(page.lastIndexOf('/') + 1);
    world.atStripe("pays", "/_test/checkout/" + session + "/pay", Map.of("card", card));
    comesToRest();
  }

  /** The card pays from now on, for what has failed as well when it is tried again. */
  void putsInCard(String card) {
    does("puts in card %s on the portal page".formatted(card));
    String page = person.url("/api/v1/billing/portal-session", Map.of());
    String session = page.substring(page.lastIndexOf('/') + 1);
    world.atStripe(
        "puts in a card", "/_test/portal/" + session, Map.of("action", "set_card", "card", card));
    comesToRest();
  }

  /** By the link of the mail, since a suspended tenant reaches nothing else. */
  void paysTheInvoice(String card) {
    does("opens the invoice that a mail links and pays with card " + card);
    String page =
        watch
            .newestLink(link -> link.contains("/i/acct_"))
            .orElseThrow(() -> new Failed("pays the invoice", "no mail links one"));
    world.pays(page, card);
    comesToRest();
  }

  void cancelsAtPeriodEnd() {
    does("cancels at the end of the period");
    person.posts("/api/v1/billing/subscription/cancel", Map.of("at_period_end", true));
    comesToRest();
  }

  /** Asks for the erasure and waits until it is done; says so where the stack has no such route. */
  void isErased() {
    Instant asked = world.now();
    timeline.add(asked, Timeline.Kind.DOES, "deletes the account");
    Api.Answer answer = person.deletesTheAccount();
    if (answer.isNotThere()) {
      timeline.add(asked, Timeline.Kind.ABSENT, "DELETE /accounts/me is not there");
      return;
    }
    if (!answer.isOk()) {
      throw new Failed("deletes the account", answer);
    }
    world.settles();
    watch.mails();
    Instant erasure =
        Optional.ofNullable(answer.body().path("erases_at").textValue())
            .map(Instant::parse)
            .orElse(asked.plus(Duration.ofDays(30)));
    world.goesTo(erasure.plus(Duration.ofMinutes(2)));
    watch.mails();
    if (person.triesToLogIn().status() != 401) {
      throw new Failed("is erased", "can still log in");
    }
    timeline.add(erasure, Timeline.Kind.STATE, standing().words() + " -> erased, login refused");
  }

  // How time passes.

  void passes(Duration time) {
    goesTo(world.now().plus(time));
  }

  /** To the end of the trial or of what was paid for; what falls due on the way happens there. */
  void livesToPeriodEnd() {
    goesTo(periodEnd());
  }

  void livesToLastDay() {
    goesTo(periodEnd().minus(Duration.ofHours(23)));
  }

  /** Until the renewal of the running period has been paid, or has failed. */
  void livesToRenewal() {
    renewed = periodEnd();
    goesTo(renewed.plus(CHARGED_BY));
  }

  /**
   * A renewal is owed: on in whole days from when it was due, until the tenant stands as awaited.
   */
  void livesUntil(String awaited, Predicate<Standing> stands) {
    for (int day = 1; !stands.test(standing()); day++) {
      if (day > MOST_DAYS_OWING) {
        throw new Failed("waits until it is " + awaited, "stands at " + standing().words());
      }
      goesTo(renewed.plus(Duration.ofDays(day)));
    }
  }

  void mustBe(String status) {
    if (!standing().is(status)) {
      throw new Failed("must be " + status, "stands at " + standing().words());
    }
  }

  Instant periodEnd() {
    return standing()
        .periodEnd()
        .orElseThrow(() -> new Failed("waits for the period's end", standing().words()));
  }

  private void goesTo(Instant time) {
    world.goesTo(time);
    watch.looks();
  }

  private void comesToRest() {
    world.settles();
    watch.looks();
  }

  private void does(String what) {
    timeline.add(world.now(), Timeline.Kind.DOES, what);
  }
}
