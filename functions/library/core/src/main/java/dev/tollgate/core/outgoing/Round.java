package dev.tollgate.core.outgoing;

import java.util.ArrayList;
import java.util.List;

/**
 * What one run of tries came to.
 *
 * @param tried each as it is now; what somebody else tried is not among them
 * @param postponed not tried, because their endpoint had just failed
 */
public record Round(List<Delivery> tried, int postponed) {
  public Round {
    tried = List.copyOf(tried);
  }

  static Round empty() {
    return new Round(List.of(), 0);
  }

  Round and(Round other) {
    List<Delivery> all = new ArrayList<>(tried);
    all.addAll(other.tried);
    return new Round(all, postponed + other.postponed);
  }
}
