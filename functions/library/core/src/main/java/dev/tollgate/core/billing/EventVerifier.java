package dev.tollgate.core.billing;

import java.time.Instant;
import java.util.Optional;

/** Tells the payment provider's own words from everybody else's. */
public interface EventVerifier {
  /**
   * @param body as it came over the wire, byte for byte
   * @param signature the header, empty where there is none
   */
  Verdict verify(byte[] body, Optional<String> signature, Instant now);

  /** Never an exception: whatever was sent, it is one of these. */
  sealed interface Verdict {
    record Genuine(ProviderEvent event) implements Verdict {}

    /** Not signed with a secret of ours, too old, of a time to come, or not an event. */
    record Forged() implements Verdict {}

    /** Signed, but of test mode where we are live, or the other way round. */
    record OtherMode() implements Verdict {}
  }
}
