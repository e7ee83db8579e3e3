package dev.tollgate.core.billing;

import dev.tollgate.core.kernel.Time;
import java.time.Instant;
import java.util.Optional;

/**
 * The provider tells us something: it is believed if it is signed, remembered, and handed on. Only
 * then may the provider hear that we have it; until then it will tell us again.
 */
public final class ReceivingEvents {
  private final EventVerifier verifier;
  private final ProviderEvents events;
  private final EventQueue queue;
  private final Time time;

  public ReceivingEvents(
      EventVerifier verifier, ProviderEvents events, EventQueue queue, Time time) {
    this.verifier = verifier;
    this.events = events;
    this.queue = queue;
    this.time = time;
  }

  /**
   * One write, one send.
   *
   * @throws dev.tollgate.core.kernel.Unavailable where either is not certain
   */
  public Outcome receive(byte[] body, Optional<String> signature) {
    Instant now = time.now();
    return switch (verifier.verify(body, signature, now)) {
      case EventVerifier.Verdict.Forged _ -> new Refused();
      case EventVerifier.Verdict.OtherMode _ -> new OtherMode();
      case EventVerifier.Verdict.Genuine genuine -> {
        keep(genuine.event(), now);
        yield new Received();
      }
    };
  }

  private void keep(ProviderEvent event, Instant now) {
    if (!EventTypes.concernUs(event.type())) {
      events.ignored(event, "of no concern to us", now);
      return;
    }
    switch (events.store(event, now)) {
      case NEW, UNFINISHED -> queue.send(event);
      case APPLIED -> {}
    }
  }

  /** What the provider hears. */
  public sealed interface Outcome {}

  public record Received() implements Outcome {}

  public record Refused() implements Outcome {}

  public record OtherMode() implements Outcome {}
}
