package dev.tollgate.stripelocal.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Shown;
import org.jspecify.annotations.Nullable;

/**
 * Stripe's error envelope as an exception: aborts the Work, unless {@link #committing} says that
 * what was done so far stays (a declined payment leaves its attempt behind).
 */
public final class StripeError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient ObjectNode error;
  private final boolean commits;

  private StripeError(int status, ObjectNode error, boolean commits) {
    super(error.path("message").asText());
    this.status = status;
    this.error = error;
    this.commits = commits;
  }

  /** Any error; {@code type} is one of api_error, card_error, idempotency_error, … */
  public static StripeError of(
      int status, String type, @Nullable String code, String message, @Nullable String param) {
    ObjectNode error = Json.object();
    if (code != null) {
      error.put("code", code);
      error.put("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
    }
    error.put("message", message);
    if (param != null) {
      error.put("param", param);
    }
    error.put("type", type);
    return new StripeError(status, error, false);
  }

  /**
   * 404 {@code resource_missing} for an id in the path; 400 when the id came as a parameter.
   *
   * @param param the parameter's name; null or {@code id} for the path
   */
  public static StripeError missing(Kind kind, String id, @Nullable String param) {
    boolean inPath = param == null || param.equals("id");
    String message = "No such " + kind.title() + ": '" + id + "'";
    return of(
        inPath ? 404 : 400,
        "invalid_request_error",
        "resource_missing",
        message,
        inPath ? "id" : param);
  }

  /** 400 {@code invalid_request_error}. */
  public static StripeError invalid(String message, @Nullable String param) {
    return of(400, "invalid_request_error", null, message, param);
  }

  /** 400 {@code invalid_request_error} with a code. */
  public static StripeError invalid(String code, String message, @Nullable String param) {
    return of(400, "invalid_request_error", code, message, param);
  }

  /** 402 {@code card_declined}. */
  public static StripeError card(
      String declineCode, String message, @Nullable ObjectNode paymentIntent) {
    return card("card_declined", declineCode, message, paymentIntent);
  }

  /** 402 with another code, such as {@code authentication_required} or {@code expired_card}. */
  public static StripeError card(
      String code,
      @Nullable String declineCode,
      String message,
      @Nullable ObjectNode paymentIntent) {
    StripeError declined = of(402, "card_error", code, message, null);
    if (declineCode != null) {
      declined.error.put("decline_code", declineCode);
    }
    if (paymentIntent != null) {
      declined.error.set("payment_intent", Shown.of(paymentIntent));
      String charge = Json.text(paymentIntent, "latest_charge");
      if (charge != null) {
        declined.error.put("charge", charge);
      }
    }
    return declined;
  }

  /** The same error with one more field, such as {@code payment_method}. */
  public StripeError with(String field, ObjectNode object) {
    ObjectNode more = error.deepCopy();
    more.set(field, Shown.of(object));
    return new StripeError(status, more, commits);
  }

  /** The same error, after which the Work commits nevertheless. */
  public StripeError committing() {
    return new StripeError(status, error, true);
  }

  public boolean commits() {
    return commits;
  }

  public int status() {
    return status;
  }

  /** The inner object of the envelope. */
  public ObjectNode error() {
    return error;
  }

  /** The error's code; empty when it has none. */
  public String code() {
    return error.path("code").asText();
  }
}
