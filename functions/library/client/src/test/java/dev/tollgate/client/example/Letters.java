package dev.tollgate.client.example;

import dev.tollgate.client.Blocked;
import dev.tollgate.client.Outcome;
import dev.tollgate.client.Refused;
import dev.tollgate.client.Tollgate;
import java.io.IOException;
import java.net.URI;

/** The README's example, word for word. */
final class Letters {
  /** Something that may fail. */
  interface Mailer {
    String send(String letter) throws IOException;
  }

  // <README>
  private final Tollgate tollgate;
  private final Mailer mailer;

  Letters(URI base, String apiKey, Mailer mailer) {
    this.tollgate = Tollgate.at(base, apiKey);
    this.mailer = mailer;
  }

  String send(String letter) throws IOException {
    return switch (tollgate.withQuota("emails", 1, () -> mailer.send(letter))) {
      case Outcome.Done<String>(String id) -> "sent as " + id;
      case Outcome.Uncounted<String>(String id, _) -> "sent as " + id + ", for nothing";
      case Outcome.NotDone<String>(Refused full) -> full.detail();
      case Outcome.NotDone<String>(Blocked blocked) -> "not now: " + blocked.error();
    };
  }
  // </README>
}
