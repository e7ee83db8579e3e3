package dev.tollgate.local.tour;

import java.time.Instant;
import java.util.Map;

/** What is around a tenant: the stack's clock, its quiet, and the pages of the Stripe stand-in. */
final class World {
  private final Api api;
  private final String stripe;

  World(Api api) {
    this.api = api;
    this.stripe =
        must("asks for the stack", api.get("/_local/stack", "")).body().path("stripe").asText();
  }

  Instant now() {
    return Instant.parse(
        must("asks for the time", api.get("/_local/clock", "")).body().path("now").asText());
  }

  /** Everything on the way has happened when it returns; what lies behind us changes nothing. */
  void goesTo(Instant time) {
    if (time.isAfter(now())) {
      must("turns the clock", api.post("/_local/clock", "", Map.of("to", time.toString())));
    }
  }

  void settles() {
    must("waits for quiet", api.post("/_local/settle", "", Map.of()));
  }

  void atStripe(String step, String path, Map<String, ?> body) {
    must(step, api.post(stripe + path, "", body));
  }

  /** On the page of an invoice. */
  void pays(String page, String card) {
    must("pays the invoice", api.form(page, "card_number", card));
  }

  private static Api.Answer must(String step, Api.Answer answer) {
    if (!answer.isOk()) {
      throw new Failed(step, answer);
    }
    return answer;
  }
}
