package dev.tollgate.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.ReservationId;
import dev.tollgate.core.quota.Hold;
import dev.tollgate.core.quota.Reservation;
import dev.tollgate.core.quota.Slot;
import dev.tollgate.quota.Caller.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was set aside is kept or given back. */
class SettleTest {
  private final World world = new World();

  @AfterEach
  void stop() {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"amount\":null}", "{\"amount\":20}"})
  void allOfItIsKept(String body) {
    String id = reserved("{\"meter\":\"emails\",\"amount\":20}");
    Answer answer = commit(id, body);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("state")).isEqualTo("committed");
    assertThat(world.owner().get(id).body()).isEqualTo(answer.body());
    assertThat(world.shelf.level(World.EMAILS)).isEqualTo(20);
  }

  @Test
  void whatWasNotUsedIsGivenBack() {
    String id = reserved("{\"meter\":\"emails\",\"amount\":20}");
    Answer answer = commit(id, "{\"amount\":7}");
    assertThat(answer.text()).contains("{\"meter\":\"emails\",\"amount\":7}");
    assertThat(world.shelf.level(World.EMAILS)).isEqualTo(7);
  }

  @Test
  void ofSeveralMetersEachIsKeptAsItWasUsed() {
    String id = reserved(TWO);
    assertThat(commit(id, "{\"items\":[{\"meter\":\"records\",\"amount\":0}]}").status())
        .isEqualTo(200);
    assertThat(world.shelf.level(World.EMAILS)).as("not named, kept whole").isEqualTo(2);
    assertThat(world.shelf.level(Meter.RECORDS)).isZero();
  }

  private static final String TWO =
      "{\"items\":[{\"meter\":\"emails\",\"amount\":2},{\"meter\":\"records\",\"amount\":3}]}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"amount\":1}",
        "{\"amount\":-1}",
        "{\"amount\":\"1\"}",
        "{\"amount\":1,\"items\":[]}",
        "{\"items\":[{\"meter\":\"emails\",\"amount\":3}]}",
        "{\"items\":[{\"meter\":\"emails\",\"amount\":-1}]}",
        "{\"items\":[{\"meter\":\"customers\",\"amount\":1}]}",
        "{\"items\":[{\"meter\":\"trees\",\"amount\":1}]}",
        "{\"items\":[{\"meter\":\"emails\",\"amount\":1},{\"meter\":\"emails\",\"amount\":1}]}",
        "{\"items\":7}"
      })
  void whatWasNotReservedCannotBeKept(String body) {
    String id = reserved(TWO);
    assertThat(commit(id, body).outcome()).isEqualTo("422 validation_failed");
    assertThat(world.owner().get(id).field("state")).isEqualTo("reserved");
    assertThat(world.shelf.level(World.EMAILS)).isEqualTo(2);
  }

  @Test
  void committingTwiceIsCommittingOnce() {
    String id = reserved("{\"meter\":\"emails\",\"amount\":20}");
    Answer first = commit(id, "{\"amount\":7}");
    Answer again = commit(id, "{\"amount\":7}");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(world.shelf.level(World.EMAILS)).isEqualTo(7);
  }

  @Test
  void releasingTwiceIsReleasingOnce() {
    String id = reserved("{\"meter\":\"emails\",\"amount\":20}");
    for (int i = 0; i < 2; i++) {
      assertThat(world.owner().delete(id).status()).isEqualTo(204);
      assertThat(world.shelf.level(World.EMAILS)).isZero();
    }
    assertThat(world.owner().get(id).field("state")).isEqualTo("released");
    assertThat(commit(id, "{}").outcome()).isEqualTo("409 reservation_released");
  }

  @Test
  void whatExpiredCannotBeKeptAndIsGivenBackOnce() {
    String id = reserved("{\"meter\":\"emails\",\"amount\":20}");
    world.advance(Duration.ofMinutes(5));
    assertThat(world.owner().get(id).field("state")).isEqualTo("expired");
    assertThat(commit(id, "{}").outcome()).isEqualTo("409 reservation_expired");
    assertThat(world.owner().delete(id).status()).isEqualTo(204);
    assertThat(world.owner().delete(id).status()).isEqualTo(204);
    assertThat(world.shelf.level(World.EMAILS)).isZero();
  }

  @Test
  void whatWasUsedOfACounterStaysUsed() {
    String id = reserved("{\"meter\":\"emails\",\"amount\":20}");
    commit(id, "{}");
    assertThat(world.owner().delete(id).outcome()).isEqualTo("409 reservation_committed");
    assertThat(world.shelf.level(World.EMAILS)).isEqualTo(20);
  }

  @Test
  void aLevelThatWasKeptIsGivenBackWhenWhatItCountsIsGone() {
    String id = reserved("{\"meter\":\"records\",\"amount\":20}");
    commit(id, "{}");
    assertThat(world.shelf.level(Meter.RECORDS)).isEqualTo(20);
    assertThat(world.owner().delete(id).status()).isEqualTo(204);
    assertThat(world.shelf.level(Meter.RECORDS)).isZero();
  }

  @Test
  void unknownForeignAndMalformedIdsAnswerAlike() {
    ReservationId foreign = new ReservationId("res_" + "7".repeat(26));
    world.shelf.put(
        new Reservation(
            world.tenant(),
            foreign,
            List.of(new Hold(new Slot.Level(Meter.RECORDS), 1, false)),
            Reservation.State.RESERVED,
            World.START,
            World.START.plusSeconds(300)));
    for (String id :
        List.of(foreign.value(), "res_" + "0".repeat(26), "res_1", "x", "%00", "RES_")) {
      String path = World.RESERVATIONS + "/" + id;
      assertThat(world.owner().get(path).outcome()).as(id).isEqualTo("404 not_found");
      assertThat(world.owner().delete(path).outcome()).as(id).isEqualTo("404 not_found");
      assertThat(commit(path, "{}").outcome()).as(id).isEqualTo("404 not_found");
      assertThat(commit(path, "{\"amount\":-1}").outcome())
          .as(id)
          .isEqualTo("422 validation_failed");
    }
    assertThat(world.shelf.writes).isZero();
  }

  /** The path of a new one. */
  private String reserved(String body) {
    Answer answer = world.owner().post(World.RESERVATIONS, body);
    assertThat(answer.status()).isEqualTo(201);
    return String.valueOf(answer.headers().get("location"));
  }

  private Answer commit(String path, String body) {
    return world.owner().post(path + "/commit", body);
  }
}
