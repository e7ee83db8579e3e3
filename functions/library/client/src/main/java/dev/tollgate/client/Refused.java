package dev.tollgate.client;

import java.util.List;
import java.util.Optional;

/**
 * The amount does not fit.
 *
 * @param over every limit that is in the way, not only the first
 */
public record Refused(List<Exceeded> over, String detail, Optional<String> upgradeUrl)
    implements Refusal {
  public Refused {
    over = List.copyOf(over);
  }
}
