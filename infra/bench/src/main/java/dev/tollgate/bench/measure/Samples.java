package dev.tollgate.bench.measure;

import java.util.List;

/**
 * Figures of one kind, smallest first.
 *
 * @param sorted at least one
 */
public record Samples(List<Long> sorted) {
  public Samples {
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("There is nothing to summarise.");
    }
    sorted = sorted.stream().sorted().toList();
  }

  public long median() {
    return percentile(50);
  }

  /** The smallest figure that so many in a hundred do not exceed (nearest rank). */
  public long percentile(int hundredths) {
    int rank = Math.ceilDiv(sorted.size() * hundredths, 100);
    return sorted.get(Math.max(rank, 1) - 1);
  }
}
