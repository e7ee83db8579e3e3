package dev.tollgate.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import dev.tollgate.core.billing.EventVerifier;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Stripe's signature: {@code t=<seconds>,v1=<HMAC-SHA256 of "t.body">}, by any of our secrets. The
 * client checks the signature and that it is not old; it does not mind one of a time to come, and
 * answers garbage with whatever exception comes first.
 */
final class SignedEvents implements EventVerifier {
  /** In either direction. */
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  static final int LONGEST_HEADER = 4 * 1024;
  static final int LONGEST_BODY = 1024 * 1024;

  private final StripeKeys keys;

  SignedEvents(StripeKeys keys) {
    this.keys = keys;
  }

  @Override
  public Verdict verify(byte[] body, Optional<String> signature, Instant now) {
    StripeSecrets secrets = keys.current();
    if (!secrets.isConfigured()
        || body.length > LONGEST_BODY
        || signature.isEmpty()
        || signature.get().length() > LONGEST_HEADER) {
      return new Verdict.Forged();
    }
    try {
      String text = text(body);
      if (!isInTime(signature.get(), now)
          || secrets.webhookSecrets().stream()
              .noneMatch(secret -> isSigned(text, signature.get(), secret, now))) {
        return new Verdict.Forged();
      }
      return EventReader.read(text)
          .<Verdict>map(
              read ->
                  read.live() == secrets.isLive()
                      ? new Verdict.Genuine(read.event())
                      : new Verdict.OtherMode())
          .orElseGet(Verdict.Forged::new);
    } catch (CharacterCodingException | RuntimeException _) {
      return new Verdict.Forged();
    }
  }

  /** Bytes that are no UTF-8 would be signed as other bytes than those that came. */
  private static String text(byte[] body) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
  }

  /** Exactly one time, so that the one that we look at is the one that was signed. */
  private static boolean isInTime(String header, Instant now) {
    Optional<Long> time = Optional.empty();
    for (String part : header.split(",", -1)) {
      if (part.startsWith("t=")) {
        if (time.isPresent()) {
          return false;
        }
        time = Optional.of(Long.parseLong(part.substring(2)));
      }
    }
    return time.isPresent()
        && time.get() <= now.plus(TOLERANCE).getEpochSecond()
        && time.get() >= now.minus(TOLERANCE).getEpochSecond();
  }

  private static boolean isSigned(String text, String header, String secret, Instant now) {
    try {
      return Webhook.Signature.verifyHeader(
          text, header, secret, TOLERANCE.toSeconds(), Clock.fixed(now, ZoneOffset.UTC));
    } catch (SignatureVerificationException _) {
      return false;
    }
  }
}
