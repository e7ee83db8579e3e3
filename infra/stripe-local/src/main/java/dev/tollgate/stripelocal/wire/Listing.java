package dev.tollgate.stripelocal.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A GET list. Where the API takes {@code test_clock}, objects on a test clock are left out unless
 * it or a customer is named.
 */
record Listing(Kind kind, Filter filter, boolean clocked) implements Operation {
  @Override
  public ObjectNode run(Call call) {
    Predicate<ObjectNode> wanted =
        filter.of(call).and(Range.of(call.params(), "created")).and(onClock(call));
    return Lists.page(call, call.work().view(kind, wanted));
  }

  private Predicate<ObjectNode> onClock(Call call) {
    if (!clocked) {
      return _ -> true;
    }
    Work work = call.work();
    Optional<String> asked = call.params().text("test_clock");
    if (asked.isPresent()) {
      work.get(Kind.TEST_CLOCK, asked.get(), "test_clock");
      return object -> work.clockOf(object).equals(asked);
    }
    boolean everything = call.params().text("customer").isPresent();
    return object -> everything || work.clockOf(object).isEmpty();
  }
}
