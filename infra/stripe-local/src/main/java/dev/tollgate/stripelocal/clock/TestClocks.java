package dev.tollgate.stripelocal.clock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.customers.Customers;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Ledger;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.Call;
import dev.tollgate.stripelocal.wire.Filter;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import dev.tollgate.stripelocal.wire.StripeError;
import java.time.Duration;
import java.util.List;

/** {@code /v1/test_helpers/test_clocks}. An advance is done when its answer is there. */
public final class TestClocks implements Room {
  private static final String EVENT = "test_helpers.test_clock.";
  private static final Duration KEPT = Duration.ofDays(30);

  private final Advance advance;
  private final Customers customers;

  public TestClocks(Ledger ledger, Customers customers) {
    this.advance = new Advance(ledger);
    this.customers = customers;
    ledger.onCommit(Kind.TEST_CLOCK, advance::committed);
  }

  @Override
  public void register(Router router) {
    String all = "/v1/test_helpers/test_clocks";
    router.on("POST", all, TestClocks::create);
    router.list(all, Kind.TEST_CLOCK, Filter.none());
    router.on("GET", all + "/{test_clock}", TestClocks::retrieve);
    router.on("DELETE", all + "/{test_clock}", this::delete);
    router.on("POST", all + "/{test_clock}/advance", TestClocks::advance);
  }

  /** Goes on with what an earlier run left advancing. */
  public void resume(Ledger ledger) {
    List<ObjectNode> clocks =
        ledger.work(
            dev.tollgate.stripelocal.ledger.Origin.AUTOMATIC,
            work -> work.view(Kind.TEST_CLOCK, _ -> true));
    advance.committed(clocks);
  }

  private static ObjectNode create(Call call) {
    Work work = call.work();
    long frozen = call.params().integer("frozen_time").orElseThrow();
    ObjectNode fields =
        Json.object()
            .put("created", frozen)
            .put("deletes_after", frozen + KEPT.toSeconds())
            .put("frozen_time", frozen)
            .put("name", call.params().orNull("name"))
            .put("status", "ready");
    fields.putObject("status_details");
    ObjectNode clock = work.add(Kind.TEST_CLOCK, fields);
    call.params()
        .text("customer")
        .ifPresent(id -> Attaching.attach(work.get(Kind.CUSTOMER, id, "customer"), clock, work));
    work.emit(EVENT + "created", clock);
    return clock;
  }

  private static ObjectNode retrieve(Call call) {
    return call.work().get(Kind.TEST_CLOCK, call.path("test_clock"));
  }

  private static ObjectNode advance(Call call) {
    ObjectNode clock = retrieve(call);
    long target = call.params().integer("frozen_time").orElseThrow();
    long frozen = Json.number(clock, "frozen_time", 0);
    if (!clock.path("status").asText().equals("ready")) {
      throw StripeError.of(
          429,
          "invalid_request_error",
          "test_clock_advancing",
          "Test clock advancement underway - cannot perform modifications.",
          null);
    }
    if (target <= frozen) {
      throw StripeError.invalid(
          "The frozen_time must be later than the current frozen_time of the test clock.",
          "frozen_time");
    }
    long furthest = Reach.of(call.work(), clock);
    if (target > furthest) {
      throw StripeError.invalid(
          "The frozen_time may be at most two intervals of the shortest subscription ahead: "
              + furthest
              + ".",
          "frozen_time");
    }
    clock.put("status", "advancing");
    clock.set(
        "status_details",
        Json.object().set("advancing", Json.object().put("target_frozen_time", target)));
    call.work().emit(EVENT + "advancing", clock);
    return clock;
  }

  private ObjectNode delete(Call call) {
    Work work = call.work();
    ObjectNode clock = retrieve(call);
    String id = call.path("test_clock");
    work.all(Kind.CUSTOMER, customer -> id.equals(Json.text(customer, "test_clock")))
        .forEach(customer -> customers.remove(work, customer));
    work.view(Kind.AGENDA, due -> id.equals(Json.text(due, "clock")))
        .forEach(due -> work.remove(Kind.AGENDA, due.required("id").textValue()));
    work.emit(EVENT + "deleted", clock);
    work.remove(Kind.TEST_CLOCK, id);
    return work.tombstone(Kind.TEST_CLOCK, id).orElseThrow();
  }
}
