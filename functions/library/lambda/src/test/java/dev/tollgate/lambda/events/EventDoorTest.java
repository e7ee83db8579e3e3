package dev.tollgate.lambda.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import dev.tollgate.lambda.runtime.FunctionContext;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EventDoorTest {
  private final ApplicationContext context = FunctionContext.start(Map.of("STAGE", "local"));

  @Test
  void findsItsConsumerAmongTheBeans() throws IOException {
    List<String> bodies = new ArrayList<>();
    QueueConsumer consumer =
        record -> {
          bodies.add(record.body());
          return new Verdict.Done();
        };
    context.registerSingleton(QueueConsumer.class, consumer);

    try (EventDoor door = new EventDoor(context)) {
      assertThat(call(door, EventsFixture.queueEvent("hello")))
          .isEqualTo("{\"batchItemFailures\":[]}");
    }
    assertThat(bodies).containsExactly("hello");
  }

  @Test
  void twoConsumersOfOneQueueDoNotStart() {
    QueueConsumer one = _ -> new Verdict.Done();
    QueueConsumer other = _ -> new Verdict.Done();
    context.registerSingleton(QueueConsumer.class, one, Qualifiers.byName("one"));
    context.registerSingleton(QueueConsumer.class, other, Qualifiers.byName("other"));

    assertThatThrownBy(() -> new EventDoor(context)).hasMessageContaining("QueueConsumer");
  }

  private static String call(EventDoor door, String event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    door.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, noContext());
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The door asks Lambda for nothing. */
  private static Context noContext() {
    return (Context)
        Proxy.newProxyInstance(
            EventDoorTest.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, _) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
