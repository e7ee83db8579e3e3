package dev.tollgate.core.billing;

import java.util.List;
import java.util.Optional;

/** Asks the payment provider what an event is about. */
public interface Happenings {
  Told tell(ProviderEvent event);

  /**
   * @param customer found out where the event does not say
   * @param happenings empty where the customer's state alone is of interest
   */
  record Told(Optional<String> customer, List<Happening> happenings) {}
}
