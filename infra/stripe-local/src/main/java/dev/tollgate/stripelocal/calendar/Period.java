package dev.tollgate.stripelocal.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** From {@code start} (included) to {@code end} (excluded), in seconds since the epoch. */
public record Period(long start, long end) {
  public Period {
    if (end < start) {
      throw new IllegalArgumentException("a period ends before it starts: " + start + " to " + end);
    }
  }

  /** An empty period: the moment something was made. */
  public static Period at(long moment) {
    return new Period(moment, moment);
  }

  /** The current period of a subscription item. */
  public static Period currentOf(JsonNode item) {
    return new Period(
        item.path("current_period_start").asLong(), item.path("current_period_end").asLong());
  }

  public long seconds() {
    return end - start;
  }

  /** What is left of it at a moment; all of it before its start, an empty one after its end. */
  public Period from(long moment) {
    return new Period(Math.clamp(moment, start, end), end);
  }

  /** What of it has passed at a moment. */
  public Period until(long moment) {
    return new Period(start, Math.clamp(moment, start, end));
  }

  /** As the wire shows it. */
  public ObjectNode json() {
    return JsonNodeFactory.instance.objectNode().put("start", start).put("end", end);
  }
}
