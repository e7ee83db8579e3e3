package dev.tollgate.lambda.events;

import static dev.tollgate.lambda.events.EventsFixture.answer;
import static dev.tollgate.lambda.events.EventsFixture.streamEvent;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StreamEventsTest {
  private final EventsFixture fixture = new EventsFixture();
  private final List<List<String>> calls = new ArrayList<>();

  @Test
  void recordsComeInBatchesAndInOrder() {
    assertThat(answer(fixture.readingStream(failingAt("none")), streamEvent(23)))
        .isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(calls).extracting(List::size).containsExactly(10, 10, 3);
    assertThat(calls.getFirst()).startsWith("100", "101").endsWith("109");
  }

  @Test
  void theFirstFailureIsTheCheckpointAndNothingBehindItIsTried() {
    assertThat(answer(fixture.readingStream(failingAt("112")), streamEvent(30)))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"112\"}]}");

    assertThat(calls).hasSize(2);
    assertThat(fixture.lines()).singleElement().asString().contains("WARN", "112");
  }

  @Test
  void anExceptionFailsItsBatchFromTheStart() {
    StreamConsumer breaking =
        records -> {
          if (records.getFirst().sequence().equals("110")) {
            throw new IllegalStateException("secret words");
          }
          return done(records);
        };

    assertThat(answer(fixture.readingStream(breaking), streamEvent(30)))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"110\"}]}");
    assertThat(fixture.lines())
        .singleElement()
        .asString()
        .contains("ERROR", "record_failed")
        .doesNotContain("secret words");
  }

  @Test
  void poisonIsPassedOverWithAMetric() {
    StreamConsumer parking =
        records -> {
          List<Verdict> verdicts = new ArrayList<>(done(records));
          verdicts.set(1, new Verdict.Park("no message"));
          return verdicts;
        };

    assertThat(answer(fixture.readingStream(parking), streamEvent(3)))
        .isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(fixture.lines())
        .singleElement()
        .asString()
        .contains("ERROR", "record_parked", "101", "no message", "\"parked\":1");
  }

  @Test
  void aMissingVerdictIsAFailure() {
    StreamConsumer silent = _ -> List.of();

    assertThat(answer(fixture.readingStream(silent), streamEvent(2)))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"100\"}]}");
  }

  @Test
  void attributesArePlainValues() {
    List<StreamRecord> seen = new ArrayList<>();
    StreamConsumer keeping =
        records -> {
          seen.addAll(records);
          return done(records);
        };

    answer(fixture.readingStream(keeping), streamEvent(1));

    StreamRecord record = seen.getFirst();
    assertThat(record.change()).isEqualTo("INSERT");
    assertThat(record.key()).isEqualTo(Map.of("pk", "TENANT#t", "sk", "OUTBOX#m"));
    assertThat(record.image().get("count")).isEqualTo(new BigDecimal("12"));
    assertThat(record.image().get("on")).isEqualTo(true);
    assertThat(record.image().containsKey("none")).isTrue();
    assertThat(record.image().get("none")).isNull();
    assertThat(record.image().get("message")).isEqualTo(Map.of("id", "m"));
    assertThat(record.image().get("list")).isEqualTo(List.of("a", new BigDecimal("1.5")));
    assertThat(record.image().get("set")).isEqualTo(List.of("x", "y"));
    assertThat(record.image().get("bytes")).isEqualTo("AAE=");
  }

  private StreamConsumer failingAt(String sequence) {
    return records -> {
      calls.add(records.stream().map(StreamRecord::sequence).toList());
      return records.stream()
          .map(record -> record.sequence().equals(sequence) ? retry() : new Verdict.Done())
          .toList();
    };
  }

  private static Verdict retry() {
    return new Verdict.Retry("not now");
  }

  private static List<Verdict> done(List<StreamRecord> records) {
    return records.stream().<Verdict>map(_ -> new Verdict.Done()).toList();
  }
}
