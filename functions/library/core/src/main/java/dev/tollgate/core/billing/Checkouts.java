package dev.tollgate.core.billing;

import dev.tollgate.core.kernel.TenantId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The payment provider's hosted checkout. */
public interface Checkouts {
  /** Opens a page, or finds the one opened under the same key. */
  Outcome open(Order order, String key);

  /** Whether somebody can still pay there. */
  boolean isOpen(String id);

  /** Closes the page; one that is paid or closed already stays as it is. */
  void close(String id);

  /**
   * What is to be bought.
   *
   * @param trialEnd until when nothing is charged; at least 48 hours ahead
   */
  record Order(
      TenantId tenant,
      String customer,
      String plan,
      List<Line> lines,
      Optional<Instant> trialEnd,
      URI onSuccess,
      URI onCancel) {}

  /**
   * @param quantity empty for a price by usage
   */
  record Line(String price, OptionalInt quantity) {}

  /** How opening went. */
  sealed interface Outcome {
    record Opened(String id, URI url) implements Outcome {}

    /** Another order was placed under this key. */
    record KeyTaken() implements Outcome {}
  }
}
