package dev.tollgate.lambda.http;

import dev.tollgate.core.idempotency.RequestKey;
import dev.tollgate.core.idempotency.StoredAnswers;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.SealedText;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.lambda.guard.Caller;
import dev.tollgate.lambda.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Honours {@code Idempotency-Key}: the first answer is kept for a day, sealed under the request's
 * own key and body, so the table cannot give its tokens away. Two writes, and only where a key is
 * sent.
 */
final class Idempotency {
  static final Duration KEPT = Duration.ofHours(24);

  /** Longer than a function may run, so that a lease outlives every call but a dead one. */
  static final Duration LEASE = Duration.ofSeconds(35);

  private static final int LONGEST_KEY = 255;

  private final StoredAnswers answers;
  private final Encoder encoder;
  private final Time time;

  Idempotency(StoredAnswers answers, Encoder encoder, Time time) {
    this.answers = answers;
    this.encoder = encoder;
    this.time = time;
  }

  Response once(Call call, String key, Supplier<Response> action) {
    Request request = call.request();
    if (key.length() > LONGEST_KEY) {
      return Problem.malformed("Idempotency-Key must have at most " + LONGEST_KEY + " characters.")
          .response();
    }
    RequestKey id =
        new RequestKey(
            call.caller().map(Caller::tenant), Fingerprint.of(call.route().name() + "\n" + key));
    Instant now = id.tenant().map(time::now).orElseGet(time::now);
    String holder = request.sealedBy(key);
    return switch (answers.claim(id, Fingerprint.of(holder), now, now.plus(LEASE))) {
      case StoredAnswers.Claim.Claimed _ -> run(id, holder, now, action);
      case StoredAnswers.Claim.Answered answered -> replay(answered.answer(), holder);
      case StoredAnswers.Claim.InProgress _ ->
          Problem.of(
                  409,
                  "request_in_progress",
                  "The same request is being answered",
                  "Try again in a moment.")
              .response();
      case StoredAnswers.Claim.OtherBody _ ->
          Problem.of(
                  422,
                  "idempotency_key_reused",
                  "The idempotency key belongs to another request",
                  "Use a new key for a new request.")
              .response();
    };
  }

  private Response run(RequestKey id, String holder, Instant now, Supplier<Response> action) {
    boolean kept = false;
    try {
      Response response = action.get();
      if (response.status() < 500 && response.status() != 429) {
        answers.finish(id, SealedText.seal(write(response), holder), now.plus(KEPT));
        kept = true;
      }
      return response;
    } finally {
      if (!kept) {
        answers.release(id);
      }
    }
  }

  private String write(Response response) {
    byte[] body = encoder.encode(response);
    return new String(
        Json.write(
            Map.of(
                "status", response.status(),
                "headers", response.headers(),
                "body", new String(body, StandardCharsets.UTF_8))),
        StandardCharsets.UTF_8);
  }

  private static Response replay(SealedText answer, String holder) {
    String json =
        answer
            .open(holder)
            .orElseThrow(() -> new IllegalStateException("a stored answer of another request"));
    if (Json.read(json.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> stored
        && stored.get("status") instanceof Long status
        && stored.get("body") instanceof String body
        && stored.get("headers") instanceof Map<?, ?> headers) {
      Response response =
          Response.of(
              status.intValue(),
              String.valueOf(headers.get("content-type")),
              body.getBytes(StandardCharsets.UTF_8));
      return response.header("idempotent-replayed", "true");
    }
    throw new IllegalStateException("a stored answer that is none");
  }
}
