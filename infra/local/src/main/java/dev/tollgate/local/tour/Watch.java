package dev.tollgate.local.tour;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.local.tour.Timeline.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Sees what has become of a tenant since it last looked: mails, movements of money, its state. */
final class Watch {
  private final Api api;
  private final Person person;
  private final Timeline timeline;
  private final World world;
  private final Set<String> movements = new HashSet<>();
  private final Map<String, Long> paid = new TreeMap<>();
  private final List<String> links = new ArrayList<>();
  private int mails;
  private Standing standing = Standing.UNKNOWN;

  Watch(Api api, Person person, Timeline timeline, World world) {
    this.api = api;
    this.person = person;
    this.timeline = timeline;
    this.world = world;
  }

  Standing standing() {
    return standing;
  }

  void looks() {
    money();
    mails();
    state();
  }

  void mails() {
    JsonNode box = api.get("/_local/mail?to=" + person.email(), "").body().path("items");
    List<JsonNode> all = new ArrayList<>(box.valueStream().toList()).reversed();
    for (JsonNode mail : all.subList(mails, all.size())) {
      timeline.add(
          Instant.parse(mail.path("sent_at").asText()),
          Kind.MAIL,
          "\"%s\"".formatted(mail.path("subject").asText()));
      mail.path("links").forEach(link -> links.addFirst(link.asText()));
    }
    mails = all.size();
  }

  private void state() {
    Api.Answer answer = person.gets("/api/v1/billing/state");
    Standing now =
        answer.error().equals("tenant_suspended")
            ? Standing.SUSPENDED
            : Standing.of(ok("looks at the state", answer));
    if (!now.words().equals(standing.words())) {
      String before = standing.equals(Standing.UNKNOWN) ? "" : standing.words() + " -> ";
      timeline.add(world.now(), Kind.STATE, before + now.words());
    }
    standing = now;
  }

  /** What a suspended tenant moved is seen when it is restored. */
  private void money() {
    Api.Answer answer = person.gets("/api/v1/billing/history");
    if (answer.error().equals("tenant_suspended")) {
      return;
    }
    JsonNode history = ok("looks at the history", answer).path("items");
    for (JsonNode movement : history) {
      String key = movement.path("movement").asText() + movement.path("reference").asText();
      if (movements.add(key)) {
        tell(movement);
      }
    }
  }

  private void tell(JsonNode movement) {
    String what = movement.path("movement").asText();
    String currency = movement.path("currency").asText();
    long minor = movement.path("amount_cents").asLong();
    if (what.equals("invoice_paid")) {
      paid.merge(currency, minor, Long::sum);
    }
    timeline.add(
        Instant.parse(movement.path("at").asText()),
        Kind.MONEY,
        "%s %s (%s)"
            .formatted(
                what.equals("invoice_paid") ? "paid" : what.replace('_', ' '),
                words(minor, currency),
                movement.path("description").asText()));
  }

  private static String words(long minor, String currency) {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    return BigDecimal.valueOf(minor, digits) + " " + currency;
  }

  /** What was paid in all, in words. */
  String sum() {
    return paid.isEmpty()
        ? "nothing paid"
        : String.join(
            ", ", paid.entrySet().stream().map(e -> words(e.getValue(), e.getKey())).toList());
  }

  Optional<String> newestLink(Predicate<String> wanted) {
    return links.stream().filter(wanted).findFirst();
  }

  private static JsonNode ok(String step, Api.Answer answer) {
    if (!answer.isOk()) {
      throw new Failed(step, answer);
    }
    return answer.body();
  }
}
