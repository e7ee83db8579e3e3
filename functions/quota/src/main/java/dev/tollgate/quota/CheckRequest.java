package dev.tollgate.quota;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.Violation;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Would it be allowed?
 *
 * @param amount 1 where absent; 0 asks whether what is there may be changed
 */
@Introspected
record CheckRequest(String meter, @Nullable Long amount) {

  List<Violation> violations(Edition edition) {
    return Stream.concat(
            Amounts.meter(edition, "meter", meter).stream(),
            Amounts.amount("amount", wanted(), 0).stream())
        .toList();
  }

  /** Only where nothing is wrong. */
  Meter known() {
    return new Meter(meter);
  }

  long wanted() {
    return amount == null ? 1 : amount;
  }
}
