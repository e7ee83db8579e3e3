package dev.tollgate.core.outgoing;

import dev.tollgate.core.kernel.MessageId;
import java.time.Instant;

/** Calls a foreign web address, once, and tells how it went; it never throws for what they did. */
public interface WebhookSender {

  Outcome send(Request request);

  /**
   * A signed POST.
   *
   * @param signature all of the header's value
   */
  record Request(EndpointUrl url, MessageId id, Instant at, String signature, String body) {
    static Request of(Letter letter, EndpointUrl url, SigningSecrets secrets, Instant now) {
      String signature =
          WebhookSignature.of(letter.message().value(), now, letter.body(), secrets.signing(now));
      return new Request(url, letter.message(), now, signature, letter.body());
    }

    @Override
    public String toString() {
      return "Request[" + id.value() + "]";
    }
  }

  /** What they did. */
  sealed interface Outcome {
    /**
     * @param status any 2xx
     */
    record Accepted(int status) implements Outcome {}

    /**
     * @param status any other; nobody is redirected
     */
    record Refused(int status) implements Outcome {}

    /** 410: it wants nothing any more. */
    record Gone() implements Outcome {}

    /**
     * No answer in time.
     *
     * @param reason words of our own
     */
    record Unreachable(String reason) implements Outcome {}

    /** The name stands for an address that we do not call. */
    record Forbidden() implements Outcome {}
  }
}
