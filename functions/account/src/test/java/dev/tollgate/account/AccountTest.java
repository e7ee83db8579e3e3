package dev.tollgate.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tollgate.account.Caller.Answer;
import dev.tollgate.core.accounts.AccountChange;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.Role;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the account is called and where its days begin. */
class AccountTest {
  private final World world = new World();

  @AfterEach
  void stop() {
    world.close();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void everybodySeesTheirAccount(Role role) {
    assertThat(world.as(role).get(World.ACCOUNT).body())
        .isEqualTo(
            Map.of(
                "id", People.TENANT.value(),
                "name", "Fleet",
                "time_zone", "UTC",
                "language", "en",
                "created_at", "2020-01-01T00:00:00Z",
                "role", role.wireName()));
  }

  @Test
  void whoeverAsksWhoTheyAreLearnsTheZoneToo() {
    assertThat(world.owner().get("/api/v1/auth/me").field("account/time_zone")).isEqualTo("UTC");
  }

  @Test
  void nameAndZoneAreChangedTogether() {
    Answer answer = put("{\"name\": \" Navy \", \"time_zone\": \"Asia/Kolkata\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("name")).isEqualTo("Navy");
    assertThat(answer.field("time_zone")).isEqualTo("Asia/Kolkata");
    assertThat(world.cabinet.changes)
        .containsExactly(
            new AccountChange(
                Optional.of("Navy"), Optional.of(ZoneId.of("Asia/Kolkata")), Optional.empty()));
    assertThat(world.cabinet.audited)
        .extracting(AuditEntry::action, AuditEntry::subject)
        .containsExactly(tuple(AuditAction.ACCOUNT_CHANGED, People.id(Role.OWNER)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Etc/UTC", "America/Argentina/Buenos_Aires", "Pacific/Chatham"})
  void aZoneIsShownAsItWasGiven(String zone) {
    Answer answer = put("{\"time_zone\": \"" + zone + "\"}");

    assertThat(answer.field("time_zone")).isEqualTo(zone);
    assertThat(answer.field("name")).isEqualTo("Fleet");
    assertThat(world.cabinet.changes.getFirst().name()).isEmpty();
  }

  @Test
  void whatIsNotGivenIsLeftAlone() {
    assertThat(put("{\"name\": \"Navy\", \"time_zone\": null}").status()).isEqualTo(200);
    assertThat(world.cabinet.changes.getFirst().zone()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\": null}",
        "{\"name\": \"\"}",
        "{\"name\": \"  \"}",
        "{\"name\": 7}",
        "{\"name\": \"a\\nb\"}",
        "{\"name\": [\"Navy\"]}",
        "{\"time_zone\": \"\"}",
        "{\"time_zone\": \"+05:30\"}",
        "{\"time_zone\": \"UTC+5\"}",
        "{\"time_zone\": \"Z\"}",
        "{\"time_zone\": \"asia/kolkata\"}",
        "{\"time_zone\": \"Mars/Phobos\"}",
        "{\"time_zone\": \"../../etc/passwd\"}",
        "{\"time_zone\": 5}",
        "{\"name\": \"Navy\", \"time_zone\": \"Mars\"}"
      })
  void whatIsNotRightChangesNothing(String body) {
    assertThat(put(body).outcome()).isEqualTo("422 validation_failed");
    assertThat(world.cabinet.changes).isEmpty();
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    List<?> violations =
        (List<?>) put("{\"name\": \"\", \"time_zone\": \"Mars\"}").field("violations");
    assertThat(violations).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{", "null", "\"Navy\""})
  void whatIsNoObjectIsMalformed(String body) {
    assertThat(put(body).outcome()).isEqualTo("400 malformed_request");
  }

  @Test
  void aBodyThatIsNotThereChangesNothing() {
    assertThat(put("").outcome()).isEqualTo("422 validation_failed");
  }

  @Test
  void whatAClientMayNotSetDoesNotTakeEffect() {
    Map<Object, Object> before = new HashMap<>(world.owner().get(World.ACCOUNT).body());
    Answer answer =
        put(
            "{\"name\": \"Navy\", \"id\": \"ten_x\", \"tenant_id\": \"ten_x\", \"role\":"
                + " \"platform_admin\", \"plan\": \"pro\", \"created_at\":"
                + " \"1999-01-01T00:00:00Z\"}");
    before.put("name", "Navy");
    assertThat(answer.body()).isEqualTo(before);
  }

  private Answer put(String body) {
    return world.owner().send("PUT", World.ACCOUNT, body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "de-AT", "zh-Hant-TW", "es-419"})
  void aLanguageIsATagOfBcp47(String tag) {
    Answer answer = put("{\"language\": \"" + tag + "\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("language")).isEqualTo(tag);
    assertThat(answer.field("name")).isEqualTo("Fleet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "e", "EN", "english", "en_GB", "en-gb", "und", "x-own", "en-u-nu-thai"})
  void whatIsNoneIsRefused(String tag) {
    assertThat(put("{\"language\": \"" + tag + "\"}").outcome()).isEqualTo("422 validation_failed");
    assertThat(world.cabinet.changes).isEmpty();
  }
}
