package dev.tollgate.quota;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.Violation;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Would it be allowed?
 *
 * @param amount 1 where absent; 0 asks whether what is there may be changed
 * @param id asks whether this one of the things that the meter counts may be changed, which takes
 *     nothing more
 */
@Introspected
record CheckRequest(String meter, @Nullable Long amount, @Nullable String id) {

  List<Violation> violations(Edition edition) {
    return Stream.of(
            Amounts.meter(edition, "meter", meter), Amounts.amount("amount", wanted(), 0), more())
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Violation> more() {
    return id != null && wanted() != 0
        ? Optional.of(new Violation("amount", "must be 0 or absent where one thing is asked for"))
        : Optional.empty();
  }

  /** Only where nothing is wrong. */
  Meter known() {
    return new Meter(meter);
  }

  long wanted() {
    if (amount != null) {
      return amount;
    }
    return id == null ? 1 : 0;
  }
}
