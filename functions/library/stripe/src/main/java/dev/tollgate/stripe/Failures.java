package dev.tollgate.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import dev.tollgate.core.kernel.Unavailable;
import java.util.Optional;

/** Tells answers that settle something from those after which nothing is known. */
final class Failures {
  private static final int CONFLICT = 409;
  private static final int SERVER_ERROR = 500;

  private Failures() {}

  /**
   * No connection, too many calls, a key in use by another call, a server error, something that is
   * no answer of Stripe's. A key that Stripe does not know is among them: it is being rolled.
   */
  static boolean settleNothing(StripeException e) {
    return switch (e) {
      case PermissionException _ -> false; // which the client derives from the next one
      case ApiConnectionException _, RateLimitException _, AuthenticationException _ -> true;
      case ApiException _ -> {
        int status = status(e);
        yield status == CONFLICT || status >= SERVER_ERROR || status < 400;
      }
      default -> status(e) == CONFLICT;
    };
  }

  static Unavailable unavailable(String what, StripeException e) {
    return new Unavailable("Stripe may not have been able to " + what + ": " + describe(e));
  }

  static int status(StripeException e) {
    return Optional.ofNullable(e.getStatusCode()).orElse(0);
  }

  /** The name of the parameter that was wrong; empty where none is named. */
  static String field(StripeException e) {
    return e instanceof InvalidRequestException invalid
        ? Optional.ofNullable(invalid.getParam()).orElse("")
        : "";
  }

  /** Never the message, which quotes what was sent. */
  static String describe(StripeException e) {
    StringBuilder text = new StringBuilder(e.getClass().getSimpleName());
    text.append(' ').append(status(e));
    Optional.ofNullable(e.getCode()).ifPresent(code -> text.append(' ').append(code));
    Wire.text(field(e)).ifPresent(name -> text.append(" of ").append(name));
    Optional.ofNullable(e.getRequestId()).ifPresent(id -> text.append(", ").append(id));
    return text.toString();
  }
}
