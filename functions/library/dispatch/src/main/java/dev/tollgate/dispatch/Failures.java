package dev.tollgate.dispatch;

import dev.tollgate.core.outgoing.WebhookSender.Outcome;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Why there was no answer, in few words of our own: theirs may quote anything. */
final class Failures {
  private Failures() {}

  /** The nearest known cause counts; an error, which is no answer of anybody's, is thrown. */
  static Outcome outcome(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case Error error -> throw error;
        case ForbiddenAddress _ -> {
          return new Outcome.Forbidden();
        }
        case UnknownHostException _ -> {
          return new Outcome.Unreachable("unknown_host");
        }
        case SSLException _ -> {
          return new Outcome.Unreachable("tls_failed");
        }
        case ConnectException _ -> {
          return new Outcome.Unreachable("not_connected");
        }
        case InterruptedIOException _ -> {
          return new Outcome.Unreachable("timed_out");
        }
        default -> {}
      }
    }
    return new Outcome.Unreachable("no_answer");
  }
}
