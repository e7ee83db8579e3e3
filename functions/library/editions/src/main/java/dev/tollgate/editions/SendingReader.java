package dev.tollgate.editions;

import dev.tollgate.core.editions.DomainSales;
import dev.tollgate.core.editions.SendingPolicy;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the sending policy, which is there exactly when the module of that name is on. */
final class SendingReader {
  private SendingReader() {}

  /** Empty where there is none, and also where it could not be read, which was reported. */
  static Optional<SendingPolicy> read(Value value, boolean needed) {
    if (value.scalar().filter("none"::equals).isPresent()) {
      value.check(!needed, "the module sending needs a policy");
      return Optional.empty();
    }
    Fields in = value.fields();
    var sales = sales(in.at("domain_sales"));
    var atOnce = Quantities.small(in.at("inboxes_at_once"));
    var policy = in.build(() -> new SendingPolicy(sales.orElseThrow(), atOnce.orElseThrow()));
    policy.ifPresent(_ -> value.check(needed, "must be none without the module sending"));
    return policy;
  }

  private static Optional<DomainSales> sales(Value value) {
    Fields in = value.fields();
    Optional<String> kind = in.at("kind").oneOf(Stream.of("not_sold", "one_off_payment"));
    return switch (kind.orElse("")) {
      case "not_sold" -> in.build(DomainSales.NotSold::new);
      case "one_off_payment" -> {
        Optional<Integer> markup = Quantities.small(in.at("markup_percent"));
        yield in.build(() -> new DomainSales.OneOffPayment(markup.orElseThrow()));
      }
      default -> Optional.empty(); // no such kind, which was reported
    };
  }
}
