package dev.tollgate.stripelocal.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;

/** Reads a list's own parameters into a condition; paging and {@code created} are the kernel's. */
@FunctionalInterface
public interface Filter {
  Predicate<ObjectNode> of(Call call);

  /** No parameters of its own. */
  static Filter none() {
    return _ -> _ -> true;
  }
}
