package dev.tollgate.lambda.events;

import static dev.tollgate.lambda.events.EventsFixture.answer;
import static dev.tollgate.lambda.events.EventsFixture.queueEvent;
import static dev.tollgate.lambda.events.EventsFixture.streamEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventsTest {
  private final EventsFixture fixture = new EventsFixture();
  private final AtomicInteger runs = new AtomicInteger();

  @Test
  void aScheduleRunsTheTaskOfItsName() {
    Events events = fixture.running(task("other", () -> {}), task("sweep", runs::incrementAndGet));

    assertThat(answer(events, "{\"schedule\":\"sweep\"}")).isEqualTo("{}");
    assertThat(runs).hasValue(1);
  }

  @Test
  void aTaskThatFailsIsLoggedWithItsCauseAndThrownWithout() {
    Events events =
        fixture.running(
            task(
                "sweep",
                () -> {
                  throw new IllegalStateException("secret words");
                }));

    assertThatThrownBy(() -> answer(events, "{\"schedule\":\"sweep\"}"))
        .isInstanceOf(TaskFailed.class)
        .hasMessageContaining("sweep")
        .hasNoCause();
    assertThat(fixture.lines())
        .singleElement()
        .asString()
        .contains("task_failed", "sweep", "IllegalStateException")
        .doesNotContain("secret words");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "\"text\"",
        "{\"Records\":[]}",
        "{\"Records\":[{\"eventSource\":\"aws:s3\"}]}",
        "{\"Records\":[{}]}",
        "{\"Records\":[null]}",
        "{\"schedule\":\"unknown\"}",
        "{\"schedule\":7}"
      })
  void anEventOfNoKnownShapeIsRefused(String event) {
    assertThatThrownBy(() -> answer(fixture.running(task("sweep", () -> {})), event))
        .isInstanceOf(UnknownEvent.class);
  }

  @Test
  void aFunctionTakesOnlyWhatItHasAConsumerFor() {
    Events events = fixture.running();

    assertThatThrownBy(() -> answer(events, queueEvent("x"))).isInstanceOf(UnknownEvent.class);
    assertThatThrownBy(() -> answer(events, streamEvent(1))).isInstanceOf(UnknownEvent.class);
  }

  private static ScheduledTask task(String name, Runnable work) {
    return new ScheduledTask() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void run() {
        work.run();
      }
    };
  }
}
