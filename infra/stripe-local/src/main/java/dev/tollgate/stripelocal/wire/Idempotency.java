package dev.tollgate.stripelocal.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Stored answers by idempotency key, for 24 hours of the stack's time. A record is part of the Work
 * that made the answer; keys of requests that still run are known beside the ledger.
 */
final class Idempotency {
  private static final long KEPT_SECONDS = 24 * 3600;
  private static final int LONGEST_KEY = 255;

  private final Set<String> running = ConcurrentHashMap.newKeySet();

  /** A key that is taken until closed. */
  interface Claim extends AutoCloseable {
    @Override
    void close();
  }

  /** Takes the key, or refuses with 409 while another request runs under it. */
  Claim claim(@Nullable String key) {
    if (key == null) {
      return () -> {};
    }
    if (key.length() > LONGEST_KEY) {
      throw StripeError.invalid(
          "Idempotency keys may be at most 255 characters long.", "Idempotency-Key");
    }
    if (!running.add(key)) {
      throw StripeError.of(
          409,
          "invalid_request_error",
          "idempotency_key_in_use",
          "There is currently another in-progress request using this Idempotent Key.",
          null);
    }
    return () -> running.remove(key);
  }

  /** The stored answer to the same request; another request under this key is refused. */
  Optional<Answer> replay(Work work, @Nullable String key, ObjectNode fingerprint) {
    if (key == null) {
      return Optional.empty();
    }
    Optional<ObjectNode> record = work.find(Kind.IDEMPOTENCY, key);
    if (record.isEmpty() || isOver(record.get(), work.now())) {
      return Optional.empty();
    }
    if (!Json.same(record.get().required("request"), fingerprint)) {
      throw StripeError.of(
          400,
          "idempotency_error",
          null,
          "Keys for idempotent requests can only be used with the same parameters they were first"
              + " used with. Try using a key other than '"
              + key
              + "' if you meant to execute a different request.",
          null);
    }
    return Optional.of(
        Answer.json(
                record.get().required("status").intValue(),
                record.get().required("answer").textValue())
            .with("Idempotent-Replayed", "true")
            .with("Original-Request", record.get().required("original").textValue()));
  }

  void store(Work work, RequestContext context, ObjectNode fingerprint, Answer answer) {
    String key = context.idempotencyKey();
    if (key == null) {
      return;
    }
    work.view(Kind.IDEMPOTENCY, record -> isOver(record, work.now()))
        .forEach(record -> work.remove(Kind.IDEMPOTENCY, record.required("id").textValue()));
    ObjectNode record =
        Json.object()
            .put("id", key)
            .put("at", work.now())
            .put("original", context.requestId())
            .put("status", answer.status())
            .put("answer", answer.text());
    record.set("request", fingerprint);
    work.add(Kind.IDEMPOTENCY, record);
  }

  /** Verb, path and parameters, whatever order they came in. */
  static ObjectNode fingerprint(Incoming request, ObjectNode tree) {
    ObjectNode fingerprint = Json.object().put("verb", request.verb()).put("path", request.path());
    fingerprint.set("params", tree);
    return fingerprint;
  }

  /** Whether an error came out of executing; one that only names bad parameters did not. */
  static boolean isOfExecution(StripeError error) {
    return error.status() != 429
        && error.status() != 401
        && error.status() != 409
        && !error.error().path("type").asText().equals("idempotency_error")
        && !error.code().startsWith("parameter");
  }

  private static boolean isOver(ObjectNode record, long now) {
    return record.required("at").longValue() + KEPT_SECONDS <= now;
  }
}
