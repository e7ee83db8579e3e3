package dev.tollgate.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.ReservationId;
import dev.tollgate.quota.Caller.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quota is set aside before the work. */
class ReserveTest {
  private static final String ID = "res_01hzy00000000000000000000a";

  private final World world = new World();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void oneMeterIsSetAsideForFiveMinutes() {
    Answer answer = reserve("{\"meter\":\"emails\",\"amount\":20}");
    assertThat(answer.status()).isEqualTo(201);
    String id = String.valueOf(answer.field("id"));
    assertThat(ReservationId.isValid(id)).isTrue();
    assertThat(answer.headers().get("location")).isEqualTo(World.RESERVATIONS + "/" + id);
    assertThat(answer.body())
        .isEqualTo(
            Map.of(
                "id", id,
                "state", "reserved",
                "items", List.of(Map.of("meter", "emails", "amount", 20L)),
                "created_at", World.START.toString(),
                "expires_at", World.START.plusSeconds(300).toString()));
    assertThat(world.shelf.level(World.EMAILS)).isEqualTo(20);
  }

  @Test
  void severalAreSetAsideTogetherForAsLongAsAsked() {
    Answer answer =
        reserve(
            "{\"items\":[{\"meter\":\"emails\",\"amount\":2},"
                + "{\"meter\":\"records\",\"amount\":3}],\"ttl_seconds\":60}");
    assertThat(answer.status()).isEqualTo(201);
    assertThat((List<?>) answer.field("items")).hasSize(2);
    assertThat(answer.field("expires_at")).isEqualTo(World.START.plusSeconds(60).toString());
    assertThat(world.shelf.level(Meter.RECORDS)).isEqualTo(3);
  }

  @Test
  void aReservationIsOneTransactionAndNoReadBeyondTheGuards() {
    reserve("{\"meter\":\"emails\",\"amount\":1}");
    assertThat(world.people.reads).isEqualTo(1);
    assertThat(world.shelf.reads).isZero();
    assertThat(world.shelf.writes).isEqualTo(1);
  }

  @Test
  void aRefusalNamesEveryLimitAndTakesNothing() {
    reserve("{\"meter\":\"emails\",\"amount\":49}");
    Answer answer =
        reserve(
            "{\"items\":[{\"meter\":\"records\",\"amount\":5},"
                + "{\"meter\":\"emails\",\"amount\":2},"
                + "{\"meter\":\"domains\",\"amount\":1}]}");
    assertThat(answer.outcome()).isEqualTo("403 quota_exceeded");
    assertThat(answer.field("quota_type")).isEqualTo("emails");
    assertThat(answer.field("current")).isEqualTo(49L);
    assertThat(answer.field("limit")).isEqualTo(50L);
    assertThat(answer.field("exceeded"))
        .isEqualTo(
            List.of(
                Map.of("quota_type", "emails", "current", 49L, "limit", 50L),
                Map.of("quota_type", "domains", "current", 0L, "limit", 0L)));
    assertThat(answer.field("upgrade_url")).isEqualTo("https://app.tollgate.test/billing");
    assertThat(String.valueOf(answer.field("detail"))).contains("Free", "50");
    assertThat(world.shelf.level(Meter.RECORDS)).isZero();
  }

  @Test
  void theSameIdIsTheSameReservationInItsPresentState() {
    String body = "{\"id\":\"" + ID + "\",\"meter\":\"emails\",\"amount\":20}";
    assertThat(reserve(body).status()).isEqualTo(201);
    Answer again = reserve(body);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.field("state")).isEqualTo("reserved");
    assertThat(world.shelf.level(World.EMAILS)).isEqualTo(20);
    world.owner().post(World.RESERVATIONS + "/" + ID + "/commit", "{\"amount\":5}");
    Answer kept = reserve(body);
    assertThat(kept.status()).isEqualTo(200);
    assertThat(kept.field("state")).isEqualTo("committed");
    assertThat(world.shelf.level(World.EMAILS)).isEqualTo(5);
  }

  @Test
  void anIdStandsForOneWish() {
    reserve("{\"id\":\"" + ID + "\",\"meter\":\"emails\",\"amount\":20}");
    assertThat(reserve("{\"id\":\"" + ID + "\",\"meter\":\"emails\",\"amount\":21}").outcome())
        .isEqualTo("409 reservation_id_taken");
    assertThat(reserve("{\"id\":\"" + ID + "\",\"meter\":\"records\",\"amount\":20}").outcome())
        .isEqualTo("409 reservation_id_taken");
    assertThat(world.shelf.level(World.EMAILS)).isEqualTo(20);
  }

  @Test
  void anIdempotencyKeyStandsForOneRequest() {
    Caller keyed = world.owner().with("idempotency-key", "order-7");
    String body = "{\"meter\":\"emails\",\"amount\":20}";
    Answer first = keyed.post(World.RESERVATIONS, body);
    Answer again = keyed.post(World.RESERVATIONS, body);
    assertThat(again.status()).isEqualTo(first.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().get("idempotent-replayed")).isEqualTo("true");
    assertThat(world.shelf.level(World.EMAILS)).isEqualTo(20);
    assertThat(keyed.post(World.RESERVATIONS, "{\"meter\":\"emails\",\"amount\":1}").outcome())
        .isEqualTo("422 idempotency_key_reused");
    Caller other = world.owner().with("idempotency-key", "order-8");
    assertThat(other.post(World.RESERVATIONS, body).field("id")).isNotEqualTo(first.field("id"));
  }

  @Test
  void aKeyThatIsTooLongIsMalformed() {
    Caller keyed = world.owner().with("idempotency-key", "k".repeat(256));
    assertThat(keyed.post(World.RESERVATIONS, "{\"meter\":\"emails\",\"amount\":1}").outcome())
        .isEqualTo("400 malformed_request");
  }

  @Test
  void withoutIdOrKeyEachRequestIsItsOwn() {
    String body = "{\"meter\":\"emails\",\"amount\":1}";
    assertThat(reserve(body).field("id")).isNotEqualTo(reserve(body).field("id"));
    assertThat(world.shelf.level(World.EMAILS)).isEqualTo(2);
  }

  @Test
  void whatExpiredRefusesNobody() {
    assertThat(reserve("{\"meter\":\"emails\",\"amount\":50}").status()).isEqualTo(201);
    world.advance(Duration.ofSeconds(299));
    assertThat(reserve("{\"meter\":\"emails\",\"amount\":50}").outcome())
        .isEqualTo("403 quota_exceeded");
    world.advance(Duration.ofSeconds(1));
    assertThat(reserve("{\"meter\":\"emails\",\"amount\":50}").status()).isEqualTo(201);
    assertThat(world.shelf.level(World.EMAILS)).isEqualTo(50);
  }

  @Test
  void everyWrongFieldIsReportedByItsPlace() {
    Answer answer =
        reserve(
            "{\"items\":[{\"meter\":\"trees\",\"amount\":1},"
                + "{\"meter\":\"emails\",\"amount\":0},"
                + "{\"meter\":\"emails\",\"amount\":1}]}");
    assertThat(answer.outcome()).isEqualTo("422 validation_failed");
    assertThat((List<?>) answer.field("violations"))
        .extracting(each -> ((Map<?, ?>) each).get("field"))
        .isEqualTo(List.of("items.0.meter", "items.1.amount", "items.2.meter"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"meter\":\"emails\"}",
        "{\"amount\":1}",
        "{\"meter\":\"trees\",\"amount\":1}",
        "{\"meter\":\"emails\",\"amount\":0}",
        "{\"meter\":\"emails\",\"amount\":-5}",
        "{\"meter\":\"emails\",\"amount\":1.0}",
        "{\"meter\":\"emails\",\"amount\":1000000000000001}",
        "{\"meter\":\"emails\",\"amount\":1,\"items\":[]}",
        "{\"meter\":\"emails\",\"items\":[{\"meter\":\"emails\",\"amount\":1}]}",
        "{\"items\":[]}",
        "{\"items\":{}}",
        "{\"items\":[1]}",
        "{\"items\":[null]}",
        "{\"items\":[{\"meter\":\"emails\"}]}",
        "{\"items\":[{\"meter\":\"emails\",\"amount\":\"1\"}]}",
        "{\"meter\":\"emails\",\"amount\":1,\"ttl_seconds\":0}",
        "{\"meter\":\"emails\",\"amount\":1,\"ttl_seconds\":86401}",
        "{\"meter\":\"emails\",\"amount\":1,\"ttl_seconds\":9223372036854775807}",
        "{\"meter\":\"emails\",\"amount\":1,\"ttl_seconds\":\"60\"}",
        "{\"meter\":\"emails\",\"amount\":1,\"id\":\"res_1\"}",
        "{\"meter\":\"emails\",\"amount\":1,\"id\":\"RES_01HZY00000000000000000000A\"}",
        "{\"meter\":\"emails\",\"amount\":1,\"id\":7}"
      })
  void whatMakesNoSenseIsInvalidAndTakesNothing(String body) {
    assertThat(reserve(body).outcome()).isEqualTo("422 validation_failed");
    assertThat(world.shelf.writes).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{", "null", "\"emails\""})
  void whatIsNoObjectIsMalformed(String body) {
    assertThat(reserve(body).outcome()).isEqualTo("400 malformed_request");
  }

  private Answer reserve(String body) {
    return world.owner().post(World.RESERVATIONS, body);
  }
}
