package dev.tollgate.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.quota.Caller.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Would it be allowed? */
class CheckTest {
  private static final String CHECK = World.QUOTA + "/check";

  private final World world = new World();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void itTellsWhetherAndHowMuchIsLeft() {
    world.shelf.level(People.TENANT, Meter.RECORDS, 90);
    Answer answer = world.owner().post(CHECK, "{\"meter\":\"records\",\"amount\":10}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .isEqualTo(
            "{\"allowed\":true,\"used\":90,\"limit\":100,\"remaining\":10,"
                + "\"read_only\":false,\"resets_at\":null}");
  }

  @ParameterizedTest
  @CsvSource({
    "90, ',\"amount\":10', true",
    "90, ',\"amount\":11', false",
    "99, '', true",
    "100, '', false",
    "100, ',\"amount\":0', true",
    "101, ',\"amount\":0', false",
    "0, ',\"amount\":1000000000000000', false"
  })
  void atTheLimitIsAllowedAndAboveItIsNot(long used, String amount, boolean allowed) {
    world.shelf.level(People.TENANT, Meter.RECORDS, used);
    Answer answer = world.owner().post(CHECK, "{\"meter\":\"records\"" + amount + "}");
    assertThat(answer.field("allowed")).isEqualTo(allowed);
  }

  @Test
  void itChangesNothingAndTakesOneReadBeyondTheGuards() {
    world.owner().post(CHECK, "{\"meter\":\"emails\",\"amount\":50}");
    assertThat(world.shelf.writes).isZero();
    assertThat(world.shelf.reads).isEqualTo(1);
    assertThat(world.people.reads).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"amount\":1}",
        "{\"meter\":null}",
        "{\"meter\":\"trees\"}",
        "{\"meter\":\"Not a key\"}",
        "{\"meter\":7}",
        "{\"meter\":\"emails\",\"amount\":-1}",
        "{\"meter\":\"emails\",\"amount\":1.5}",
        "{\"meter\":\"emails\",\"amount\":\"1\"}",
        "{\"meter\":\"emails\",\"amount\":1000000000000001}",
        "{\"meter\":\"emails\",\"amount\":99999999999999999999}"
      })
  void whatMakesNoSenseIsInvalid(String body) {
    assertThat(world.owner().post(CHECK, body).outcome()).isEqualTo("422 validation_failed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "null"})
  void whatIsNoObjectIsMalformed(String body) {
    assertThat(world.owner().post(CHECK, body).outcome()).isEqualTo("400 malformed_request");
  }
}
