package dev.tollgate.local.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a function said about its batch, read as Lambda reads ReportBatchItemFailures. */
public sealed interface BatchAnswer {
  JsonMapper JSON = JsonMapper.builder().build();

  /**
   * @param failed the records to try again; none means that all is done
   */
  record Some(Set<String> failed) implements BatchAnswer {}

  /** An exception, a timeout or an answer that cannot be understood: everything again. */
  record AllFailed() implements BatchAnswer {}

  /**
   * @param sent the identifiers of the batch
   * @param partialFailures without it only an exception means failure
   */
  static BatchAnswer of(Outcome outcome, Set<String> sent, boolean partialFailures) {
    if (!(outcome instanceof Outcome.Answer answer)) {
      return new AllFailed();
    }
    if (!partialFailures || answer.json().length == 0) {
      return new Some(Set.of());
    }
    try {
      return failures(JSON.readTree(answer.json()).path("batchItemFailures"), sent);
    } catch (IOException e) {
      return new AllFailed();
    }
  }

  private static BatchAnswer failures(JsonNode failures, Set<String> sent) {
    Set<String> failed = new LinkedHashSet<>();
    for (JsonNode failure : failures) {
      failed.add(failure.path("itemIdentifier").asText(""));
    }
    return sent.containsAll(failed) ? new Some(failed) : new AllFailed();
  }
}
