package dev.tollgate.lambda.events;

import static dev.tollgate.lambda.events.EventsFixture.answer;
import static dev.tollgate.lambda.events.EventsFixture.queueEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QueueEventsTest {
  private final EventsFixture fixture = new EventsFixture();
  private final List<QueueRecord> consumed = new ArrayList<>();

  @Test
  void nothingFailedWhereAllIsDone() {
    assertThat(answer(fixture.readingQueue(this::byItsBody), queueEvent("done", "done")))
        .isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(fixture.lines()).isEmpty();
    assertThat(consumed)
        .containsExactly(
            new QueueRecord("id-0", "done", 1, ""), new QueueRecord("id-1", "done", 2, ""));
  }

  @Test
  void onlyWhatFailedComesAgain() {
    String event = queueEvent("done", "retry", "done", "park", "throw", "done");

    assertThat(answer(fixture.readingQueue(this::byItsBody), event))
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"id-1\"},"
                + "{\"itemIdentifier\":\"id-3\"},{\"itemIdentifier\":\"id-4\"}]}");
    assertThat(consumed).hasSize(6);
  }

  @Test
  void eachFailureIsLoggedOnceWithoutWhatTheRecordSays() {
    answer(fixture.readingQueue(this::byItsBody), queueEvent("retry", "park", "throw", "done"));

    assertThat(fixture.lines()).hasSize(3);
    assertThat(fixture.lines().get(0)).contains("WARN", "record_retried", "id-0", "busy");
    assertThat(fixture.lines().get(1))
        .contains("ERROR", "record_parked", "id-1", "nonsense", "\"parked\":1", "_aws");
    assertThat(fixture.lines().get(2))
        .contains("ERROR", "record_failed", "id-2", "IllegalStateException")
        .doesNotContain("secret words");
  }

  @Test
  void aRecordWithoutAnIdFailsTheWholeBatchBeforeAnythingIsDone() {
    String event = queueEvent("done", "done").replace("\"messageId\":\"id-1\",", "");

    assertThatThrownBy(() -> answer(fixture.readingQueue(this::byItsBody), event))
        .isInstanceOf(UnknownEvent.class);
    assertThat(consumed).isEmpty();
  }

  private Verdict byItsBody(QueueRecord record) {
    consumed.add(record);
    return switch (record.body()) {
      case "done" -> new Verdict.Done();
      case "retry" -> new Verdict.Retry("busy");
      case "park" -> new Verdict.Park("nonsense");
      default -> throw new IllegalStateException("secret words");
    };
  }
}
