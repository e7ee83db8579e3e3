package dev.tollgate.core.outgoing;

import dev.tollgate.core.kernel.EndpointId;
import dev.tollgate.core.kernel.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps letters and how far they have come. */
public interface WebhookDeliveries {
  /**
   * Those of them that were not there; the others stay as they are, so that a message which comes
   * twice is sent once.
   */
  List<Delivery.Pending> create(List<Delivery.Pending> wanted);

  /**
   * Over the version before it.
   *
   * @return false where somebody else was faster
   */
  boolean replace(Delivery changed);

  /** What should have been tried before then, the longest due first; may lag behind. */
  List<Delivery.Pending> due(Instant before, int limit);

  Optional<Delivery> find(EndpointId endpoint, MessageId message, Instant now);

  /** Newest first. A cursor that we did not give leads to an empty page. */
  Page list(EndpointId endpoint, int limit, Optional<String> cursor, Instant now);

  /** A part of a list. */
  record Page(List<Delivery> deliveries, Optional<String> nextCursor) {}
}
