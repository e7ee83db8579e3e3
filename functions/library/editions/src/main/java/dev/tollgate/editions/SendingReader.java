package dev.tollgate.editions;

import dev.tollgate.core.editions.DomainSales;
import dev.tollgate.core.editions.SendingPolicy;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the sending policy, which is there exactly when the module of that name is on. */
final class SendingReader {
  private SendingReader() {}

  /** Empty where it could not be read; else what was read, which may be that there is none. */
  static Optional<Optional<SendingPolicy>> read(Value value, boolean needed) {
    if (value.scalar().filter("none"::equals).isPresent()) {
      return value.check(!needed, "the module sending needs a policy")
          ? Optional.of(Optional.empty())
          : Optional.empty();
    }
    Fields in = value.fields();
    var sales = sales(in.at("domain_sales"));
    var atOnce = Quantities.small(in.at("inboxes_at_once"));
    var policy = in.build(() -> new SendingPolicy(sales.orElseThrow(), atOnce.orElseThrow()));
    policy.ifPresent(_ -> value.check(needed, "must be none without the module sending"));
    return policy.map(Optional::of);
  }

  private static Optional<DomainSales> sales(Value value) {
    Fields in = value.fields();
    Optional<String> kind = in.at("kind").oneOf(Stream.of("not_sold", "one_off_payment"));
    if (kind.filter("one_off_payment"::equals).isPresent()) {
      Optional<Integer> markup = Quantities.small(in.at("markup_percent"));
      return in.build(() -> new DomainSales.OneOffPayment(markup.orElseThrow()));
    }
    return in.build(DomainSales.NotSold::new);
  }
}
