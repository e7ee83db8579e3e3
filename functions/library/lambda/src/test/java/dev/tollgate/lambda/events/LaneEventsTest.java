package dev.tollgate.lambda.events;

import static dev.tollgate.lambda.events.EventsFixture.answer;
import static dev.tollgate.lambda.events.EventsFixture.laneEvent;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LaneEventsTest {
  private final EventsFixture fixture = new EventsFixture();
  private final List<String> lanes = new ArrayList<>();

  @Test
  void theRecordsOfALaneComeTogetherInTheirOrder() {
    assertThat(kept("a/done", "b/done", "a/done")).isEmpty();
    assertThat(lanes).containsExactly("a: id-0 id-2", "b: id-1");
    assertThat(fixture.lines()).isEmpty();
  }

  @Test
  void aRecordThatIsParkedIsKeptAlone() {
    assertThat(kept("a/done", "a/park", "a/done")).containsExactly("id-1");
    assertThat(fixture.lines())
        .singleElement()
        .asString()
        .contains("record_parked", "id-1", "nonsense", "\"parked\":1");
  }

  @Test
  void whatStandsBehindARetryIsKeptWithItWhateverBecameOfIt() {
    assertThat(kept("a/done", "a/retry", "a/done", "a/park", "a/retry"))
        .containsExactly("id-1", "id-2", "id-3", "id-4");
    assertThat(fixture.lines()).singleElement().asString().contains("record_retried", "id-1");
  }

  @Test
  void aRetryDoesNotSaveWhatWasParkedBeforeIt() {
    assertThat(kept("a/park", "a/done", "a/retry")).containsExactly("id-0", "id-2");
    assertThat(fixture.lines()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"retry", "throw", "fewer", "more"})
  void aLaneThatComesAgainHoldsBackOnlyItself(String trouble) {
    assertThat(kept("a/" + trouble, "b/done", "a/done", "c/done"))
        .containsExactlyInAnyOrder("id-0", "id-2");
    assertThat(lanes).hasSize(3);
  }

  @Test
  void aLaneThatFailsIsLoggedOnceWithoutItsWords() {
    kept("a/throw", "a/done");
    assertThat(fixture.lines())
        .singleElement()
        .asString()
        .contains("record_failed", "id-0", "IllegalStateException")
        .doesNotContain("secret words");
  }

  /** The ids that SQS is told to keep. */
  private List<String> kept(String... lanesAndBodies) {
    String answer = answer(fixture.readingLanes(this::byTheirBodies), laneEvent(lanesAndBodies));
    return Arrays.stream(answer.split("\"", -1)).filter(text -> text.startsWith("id-")).toList();
  }

  private List<Verdict> byTheirBodies(List<QueueRecord> lane) {
    lanes.add(
        lane.stream()
            .map(QueueRecord::id)
            .collect(Collectors.joining(" ", lane.getFirst().lane() + ": ", "")));
    List<Verdict> verdicts = new ArrayList<>();
    for (QueueRecord record : lane) {
      switch (record.body()) {
        case "done" -> verdicts.add(new Verdict.Done());
        case "retry" -> verdicts.add(new Verdict.Retry("busy"));
        case "park" -> verdicts.add(new Verdict.Park("nonsense"));
        case "fewer" -> {}
        case "more" -> verdicts.addAll(List.of(new Verdict.Done(), new Verdict.Done()));
        default -> throw new IllegalStateException("secret words");
      }
    }
    return verdicts;
  }
}
