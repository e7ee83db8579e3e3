package dev.tollgate.client;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An error of the contract (RFC 9457). Its member {@code status} may be a subscription's. */
record Problem(int status, Fields fields) {
  private static final String OVER = "quota_exceeded";
  private static final Set<String> ABOUT_THE_QUESTION = Set.of("forbidden", OVER);

  Problem {
    fields.text("error");
  }

  String error() {
    return fields.text("error");
  }

  String detail() {
    return fields.optionalText("detail").orElse("");
  }

  /** Whether the tenant may not work at present, whoever asks and whatever for. */
  private boolean isBlocking() {
    return status == 402 || (status == 403 && !ABOUT_THE_QUESTION.contains(error()));
  }

  /** Empty for what no tenant can do anything about. */
  Optional<Refusal> refusal() {
    return status == 403 && error().equals(OVER)
        ? Optional.of(new Refused(over(), detail(), upgrade()))
        : blocked().map(Refusal.class::cast);
  }

  /** Empty for what is about the key or the question. */
  Optional<Blocked> blocked() {
    return isBlocking()
        ? Optional.of(new Blocked(error(), status, detail(), upgrade()))
        : Optional.empty();
  }

  TollgateRefused exception() {
    return new TollgateRefused(status + " " + error() + ": " + detail(), status, error());
  }

  /** All of them, or the one that a door names that knows of one. */
  private List<Exceeded> over() {
    return fields.values().containsKey("exceeded")
        ? fields.list("exceeded", Exceeded::read)
        : List.of(Exceeded.read(fields));
  }

  private Optional<String> upgrade() {
    return fields.optionalText("upgrade_url");
  }
}
