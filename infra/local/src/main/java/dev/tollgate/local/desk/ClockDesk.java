package dev.tollgate.local.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.local.clock.Span;
import dev.tollgate.local.clock.StackClock;
import dev.tollgate.local.gateway.Outgoing;
import dev.tollgate.local.quiet.Stuck;
import dev.tollgate.local.schedules.Journey;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Shows the clock and moves it. */
final class ClockDesk {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern TENANT = Pattern.compile("ten_[0-9a-z]{26}");

  /** A longer journey is a mistake in the request. */
  private static final Duration FARTHEST = Duration.ofDays(3660);

  private final StackClock clock;
  private final Journey journey;

  ClockDesk(StackClock clock, Journey journey) {
    this.clock = clock;
    this.journey = journey;
  }

  Outgoing show() {
    ObjectNode answer = now(clock.instant());
    ObjectNode tenants = answer.putObject("tenants");
    clock.tenants().keySet().forEach(t -> tenants.put(t, text(clock.instant(t))));
    return Outgoing.json(200, "application/json", answer.toString());
  }

  Outgoing move(byte[] body) {
    JsonNode request;
    try {
      request = JSON.readTree(body);
    } catch (IOException e) {
      return Problem.malformed();
    }
    if (!request.isObject()) {
      return Problem.malformed();
    }
    JsonNode tenant = request.path("tenant_id");
    boolean forAll = tenant.isMissingNode() || tenant.isNull();
    if (!forAll && !(tenant.isTextual() && TENANT.matcher(tenant.asText()).matches())) {
      return Problem.invalid("tenant_id", "must be the id of a tenant");
    }
    if (!forAll && !journey.isKnown(tenant.asText())) {
      return Problem.unknown("There is no such tenant.");
    }
    return request.has("advance") == request.has("to")
        ? Problem.invalid("advance", "give either advance or to")
        : move(request, forAll ? Optional.empty() : Optional.of(tenant.asText()));
  }

  private Outgoing move(JsonNode request, Optional<String> tenant) {
    Instant now = tenant.map(clock::instant).orElseGet(clock::instant);
    boolean relative = request.has("advance");
    String field = relative ? "advance" : "to";
    String text = request.path(field).asText("");
    Optional<Instant> target =
        relative ? Span.parse(text).flatMap(span -> span.after(now)) : time(text);
    if (target.isEmpty()) {
      return Problem.invalid(
          field, relative ? "must be a positive ISO 8601 duration" : "must be an RFC 3339 time");
    }
    if (target.get().isBefore(now)) {
      return Problem.invalid(field, "the clock does not run backwards");
    }
    if (target.get().isAfter(now.plus(FARTHEST))) {
      return Problem.invalid(field, "that is more than ten years ahead");
    }
    try {
      Instant reached =
          tenant.isPresent()
              ? journey.toTime(target.get(), tenant.get())
              : journey.toTime(target.get());
      return Outgoing.json(200, "application/json", now(reached).toString());
    } catch (Stuck e) {
      return Problem.stuck(e.work());
    }
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static ObjectNode now(Instant now) {
    return JSON.createObjectNode().put("now", text(now));
  }

  private static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
