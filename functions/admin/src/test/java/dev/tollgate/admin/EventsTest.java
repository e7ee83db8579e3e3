package dev.tollgate.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.admin.Caller.Answer;
import dev.tollgate.core.billing.StoredEvent.Status;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider's events, and having one applied again. */
class EventsTest {
  private static final String EVENTS = World.ADMIN + "/webhook-events";

  private final World world = new World();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void anEventTellsWhatBecameOfIt() {
    world.events.add("evt_1", Status.RECEIVED);
    assertThat(world.platformOwner().get(EVENTS + "/evt_1").text())
        .isEqualTo(
            "{\"id\":\"evt_1\",\"type\":\"invoice.paid\",\"status\":\"received\","
                + "\"created_at\":\"2026-04-01T00:00:00Z\","
                + "\"received_at\":\"2026-04-01T00:00:00Z\",\"finished_at\":null,"
                + "\"tenant_id\":null,\"customer\":\"cus_1\",\"subject\":\"in_1\","
                + "\"effect\":null}");
  }

  @Test
  void eventsComePageByPage() {
    world.events.add("evt_3", Status.APPLIED);
    world.events.add("evt_2", Status.FAILED);
    world.events.add("evt_1", Status.APPLIED);
    Answer first = world.platformOwner().get(EVENTS + "?limit=2");
    assertThat((List<?>) first.field("items")).hasSize(2);
    Answer last = world.platformOwner().get(EVENTS + "?limit=2&cursor=2");
    assertThat((List<?>) last.field("items")).hasSize(1);
    assertThat(last.field("next_cursor")).isNull();
  }

  @Test
  void theFailedOnesAreFoundBehindManyOthers() {
    for (int i = 0; i < 5; i++) {
      world.events.add("evt_" + i, Status.APPLIED);
    }
    world.events.add("evt_9", Status.FAILED);
    Answer answer = world.platformOwner().get(EVENTS + "?status=failed&limit=2");
    assertThat((List<?>) answer.field("items")).hasSize(1);
    assertThat(answer.text()).contains("\"evt_9\"");
  }

  @Test
  void aSearchThatFindsNothingForLongSaysWhereToGoOn() {
    for (int i = 0; i < 30; i++) {
      world.events.add("evt_" + i, Status.APPLIED);
    }
    Answer answer = world.platformOwner().get(EVENTS + "?status=failed&limit=1");
    assertThat((List<?>) answer.field("items")).isEmpty();
    assertThat(answer.field("next_cursor")).isEqualTo("10");
    assertThat(world.events.pages).isEqualTo(FindingEvents.MOST_PAGES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"status=odd", "status=", "limit=0", "limit=201", "limit=x", "cursor=%20"})
  void aQuestionThatIsNotRightIsRefused(String query) {
    assertThat(world.platformOwner().get(EVENTS + "?" + query).outcome())
        .isEqualTo("422 validation_failed");
    assertThat(world.events.pages).isZero();
  }

  @Test
  void aFailedEventIsReplayed() {
    world.events.add("evt_1", Status.FAILED);
    Answer answer = world.platformOwner().post(EVENTS + "/evt_1/replay", "");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.field("status")).isEqualTo("received");
    assertThat(world.events.queued).containsExactly("evt_1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evt_9", "", "evt%201", "%F0%9F%92%B8"})
  void whatIsNotThereIsNotFound(String id) {
    assertThat(world.platformOwner().get(EVENTS + "/" + id).outcome()).isEqualTo("404 not_found");
    assertThat(world.platformOwner().post(EVENTS + "/" + id + "/replay", "").outcome())
        .isEqualTo("404 not_found");
    assertThat(world.events.queued).isEmpty();
  }

  @Test
  void anIdLongerThanAnyKeyIsNotFound() {
    assertThat(world.platformOwner().get(EVENTS + "/" + "x".repeat(4_000)).status()).isEqualTo(404);
  }
}
