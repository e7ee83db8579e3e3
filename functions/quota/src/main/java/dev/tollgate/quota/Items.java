package dev.tollgate.quota;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.Checked;
import dev.tollgate.core.kernel.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Amounts of several meters, as a request names them. */
record Items(List<Item> all) {
  private static final String SHAPE = "must be a list of {meter, amount}";

  Items {
    all = List.copyOf(all);
  }

  /** One of them; its meter may be none of the edition's. */
  record Item(String meter, long amount) {
    /** Only where {@link Amounts} found nothing wrong. */
    Meter known() {
      return new Meter(meter);
    }
  }

  static Checked<Items> read(Object json) {
    if (!(json instanceof List<?> list)) {
      return new Checked.Invalid<>(SHAPE);
    }
    List<Item> items = new ArrayList<>();
    for (Object each : list) {
      if (each instanceof Map<?, ?> fields
          && fields.get("meter") instanceof String meter
          && fields.get("amount") instanceof Long amount) {
        items.add(new Item(meter, amount));
      } else {
        return new Checked.Invalid<>(SHAPE + ", an amount being a whole number");
      }
    }
    return new Checked.Valid<>(new Items(items));
  }

  /** Everything that is wrong with them, each by its place. */
  List<Violation> violations(Edition edition, long least) {
    List<Violation> violations = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      Item item = all.get(i);
      String place = "items." + i + ".";
      Amounts.meter(edition, place + "meter", item.meter()).ifPresent(violations::add);
      if (!named.add(item.meter())) {
        violations.add(new Violation(place + "meter", "is there twice"));
      }
      Amounts.amount(place + "amount", item.amount(), least).ifPresent(violations::add);
    }
    return violations;
  }
}
