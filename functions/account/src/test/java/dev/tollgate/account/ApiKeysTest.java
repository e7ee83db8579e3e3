package dev.tollgate.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.account.Caller.Answer;
import dev.tollgate.core.apikeys.ApiKey;
import dev.tollgate.core.apikeys.KeyText;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.Verification;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.SealedText;
import dev.tollgate.core.kernel.TenantId;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys are made, listed and revoked. */
class ApiKeysTest {
  private static final String KEYS = World.KEYS;
  private static final String BODY =
      "{\"name\": \"Deployment\", \"scopes\": [\"quota:write\", \"quota:read\", \"quota:read\"]}";

  private final World world = new World();

  @AfterEach
  void stop() {
    world.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"OWNER", "ADMIN"})
  void aKeyIsShownOnceAndIsListedWithoutItself(Role role) {
    Answer made = world.as(role).post(KEYS, BODY);

    assertThat(made.status()).isEqualTo(201);
    String key = String.valueOf(made.field("key"));
    KeyText text = KeyText.parse(key).orElseThrow();
    ApiKey kept = world.cabinet.keys.getFirst();
    assertThat(text.tenant()).isEqualTo(People.TENANT);
    assertThat(text.fingerprint()).isEqualTo(kept.hash());
    assertThat(kept.createdBy()).isEqualTo(People.id(role));
    Map<String, @Nullable Object> shown = new HashMap<>();
    shown.put("id", kept.id().value());
    shown.put("name", "Deployment");
    shown.put("prefix", "tg_");
    shown.put("last_four", key.substring(key.length() - 4));
    shown.put("scopes", List.of("quota:read", "quota:write"));
    shown.put("created_at", kept.createdAt().toString());
    shown.put("expires_at", null);
    shown.put("last_used_at", null);
    Answer listed = world.as(role).get(KEYS);
    assertThat(listed.field("items")).isEqualTo(List.of(shown));
    assertThat(listed.body().containsKey("next_cursor")).isTrue();
    assertThat(listed.field("next_cursor")).isNull();
    assertThat(listed.text()).doesNotContain(key.substring(3));
    shown.put("key", key);
    assertThat(made.body()).isEqualTo(shown);
    assertThat(made.headers().get("cache-control")).isEqualTo("no-store");
  }

  @Test
  void aKeyMayExpire() {
    String at = world.now.plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS).toString();
    Answer made =
        world
            .owner()
            .post(
                KEYS, "{\"name\":\"a\",\"scopes\":[\"usage:read\"],\"expires_at\":\"" + at + "\"}");

    assertThat(made.field("expires_at")).isEqualTo(at);
    assertThat(world.cabinet.keys.getFirst().expiresAt().orElseThrow()).isEqualTo(at);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\": \"a\"}",
        "{\"scopes\": [\"quota:read\"]}",
        "{\"name\": \"\", \"scopes\": [\"quota:read\"]}",
        "{\"name\": \"   \", \"scopes\": [\"quota:read\"]}",
        "{\"name\": \"a\\u0000\", \"scopes\": [\"quota:read\"]}",
        "{\"name\": 7, \"scopes\": [\"quota:read\"]}",
        "{\"name\": \"a\", \"scopes\": []}",
        "{\"name\": \"a\", \"scopes\": \"quota:read\"}",
        "{\"name\": \"a\", \"scopes\": {\"quota:read\": true}}",
        "{\"name\": \"a\", \"scopes\": [\"admin\"]}",
        "{\"name\": \"a\", \"scopes\": [\"quota:read\", \"QUOTA:WRITE\"]}",
        "{\"name\": \"a\", \"scopes\": [7]}",
        "{\"name\": \"a\", \"scopes\": [null]}",
        "{\"name\": \"a\", \"scopes\": [[\"quota:read\"]]}",
        "{\"name\": \"a\", \"scopes\": [\"quota:read\"], \"expires_at\": \"2020-01-01T00:00:00Z\"}",
        "{\"name\": \"a\", \"scopes\": [\"quota:read\"], \"expires_at\": \"2999-01-01T00:00:00Z\"}",
        "{\"name\": \"a\", \"scopes\": [\"quota:read\"], \"expires_at\": \"tomorrow\"}",
        "{\"name\": \"a\", \"scopes\": [\"quota:read\"], \"expires_at\": \"\"}",
        "{\"name\": \"a\", \"scopes\": [\"quota:read\"], \"expires_at\": 4102444800}",
        "{\"name\": \"a\", \"scopes\": [\"quota:read\"], \"expires_at\":"
            + " \"+1000000000-12-31T23:59:59Z\"}"
      })
  void whatIsNotRightMakesNoKey(String body) {
    assertThat(world.owner().post(KEYS, body).outcome()).isEqualTo("422 validation_failed");
    assertThat(world.cabinet.keys).isEmpty();
  }

  @Test
  void aNameHasEightyCharactersAtMost() {
    assertThat(world.owner().post(KEYS, named("ü".repeat(80))).status()).isEqualTo(201);
    assertThat(world.owner().post(KEYS, named("ü".repeat(81))).status()).isEqualTo(422);
  }

  @Test
  void everyWrongFieldIsNamed() {
    Answer answer = world.owner().post(KEYS, "{\"scopes\": 1, \"expires_at\": 1}");

    assertThat((List<?>) answer.field("violations"))
        .extracting(violation -> ((Map<?, ?>) violation).get("field"))
        .isEqualTo(List.of("name", "scopes", "expires_at"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "null", "7"})
  void whatIsNoObjectIsMalformed(String body) {
    assertThat(world.owner().post(KEYS, body).outcome()).isEqualTo("400 malformed_request");
  }

  @Test
  void whatAClientMayNotSetDoesNotTakeEffect() {
    Answer made =
        world
            .owner()
            .post(
                KEYS,
                "{\"name\": \"a\", \"scopes\": [\"quota:read\"], \"id\": \"key_x\", \"key\":"
                    + " \"tg_x\", \"tenant_id\": \"ten_x\", \"created_by\": \"usr_x\"}");

    ApiKey kept = world.cabinet.keys.getFirst();
    assertThat(made.field("id")).isEqualTo(kept.id().value()).isNotEqualTo("key_x");
    assertThat(made.field("key")).isNotEqualTo("tg_x");
    assertThat(kept.tenant()).isEqualTo(People.TENANT);
    assertThat(kept.createdBy()).isEqualTo(People.id(Role.OWNER));
  }

  /** The other routes pass in the grace; a key would outlive it. */
  @Test
  void whoHasGraceLeftMustProveTheirMailboxAllTheSame() {
    world.people.verification = new Verification.Unverified();
    world.people.signedUpAt = world.now.minus(Duration.ofDays(1));

    Answer refused = world.owner().post(KEYS, BODY);

    assertThat(refused.outcome()).isEqualTo("403 email_not_verified");
    assertThat(refused.field("grace_ended_at"))
        .isEqualTo(world.people.signedUpAt.plus(Duration.ofDays(7)).toString());
    assertThat(refused.field("resend_url"))
        .isEqualTo("https://api.tollgate.test/api/v1/auth/resend-verification");
    assertThat(world.cabinet.keys).isEmpty();
    assertThat(world.owner().get(KEYS).status()).isEqualTo(200);
  }

  @Test
  void fiftyKeysAreEnough() {
    make(50);

    Answer refused = world.owner().post(KEYS, BODY);

    assertThat(refused.outcome()).isEqualTo("409 too_many_api_keys");
    assertThat(refused.field("limit")).isEqualTo(50L);
  }

  @Test
  void aRepeatedRequestIsAnsweredWithTheSameKeyWhichIsNotStored() {
    Caller caller = world.owner().with("idempotency-key", "once");

    Answer first = caller.post(KEYS, BODY);
    Answer second = caller.post(KEYS, BODY);

    assertThat(second.status()).isEqualTo(201);
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(world.cabinet.keys).hasSize(1);
    assertThat(caller.post(KEYS, named("other")).outcome()).isEqualTo("422 idempotency_key_reused");
    String key = String.valueOf(first.field("key"));
    assertThat(world.answers.kept.values())
        .extracting(SealedText::value)
        .hasSize(1)
        .noneMatch(stored -> stored.contains(key))
        .noneMatch(stored -> stored.contains(key.substring(key.length() - 16)));
  }

  @Test
  void keysComePageByPage() {
    // Those of one millisecond have an order only by their ids.
    List<?> ids = make(5).stream().sorted(Comparator.comparing(String::valueOf)).toList();

    Answer first = world.owner().get(KEYS + "?limit=2");
    Answer second = world.owner().get(KEYS + "?limit=2&cursor=" + first.field("next_cursor"));
    world.cabinet.keys.removeIf(key -> key.id().value().equals(second.field("next_cursor")));
    Answer third = world.owner().get(KEYS + "?limit=2&cursor=" + second.field("next_cursor"));

    assertThat(ids(first)).isEqualTo(ids.subList(0, 2));
    assertThat(ids(second)).isEqualTo(ids.subList(2, 4));
    assertThat(ids(third)).isEqualTo(ids.subList(4, 5));
    assertThat(third.field("next_cursor")).isNull();
    assertThat(world.owner().get(KEYS + "?limit=5").field("next_cursor")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=201",
        "limit=ten",
        "limit=",
        "cursor=",
        "cursor=x",
        "cursor=key_",
        "cursor=%00",
        "cursor=ten_00000000000000000000000000"
      })
  void aPageThatCannotBeIsRefused(String query) {
    assertThat(world.owner().get(KEYS + "?" + query).outcome()).isEqualTo("422 validation_failed");
  }

  @Test
  void aRevokedKeyIsGone() {
    Object id = make(2).getFirst();

    Answer revoked = world.owner().send("DELETE", KEYS + "/" + id, "");

    assertThat(revoked.status()).isEqualTo(204);
    assertThat(ids(world.owner().get(KEYS))).hasSize(1).doesNotContain(id);
    assertThat(world.owner().send("DELETE", KEYS + "/" + id, "").outcome())
        .isEqualTo("404 not_found");
    assertThat(world.cabinet.audited)
        .extracting(AuditEntry::action)
        .containsExactly(
            AuditAction.API_KEY_CREATED, AuditAction.API_KEY_CREATED, AuditAction.API_KEY_REVOKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key_00000000000000000000000000",
        "key_0000000000000000000000000",
        "key_0000000000000000000000000U",
        "usr_00000000000000000000000000",
        "x",
        "%00",
        "%F0%9F%92%B8",
        "tg_00000000000000000000000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA1BLSfs"
      })
  void anIdThatIsNoneIsNotFound(String id) {
    make(1);

    assertThat(world.owner().send("DELETE", KEYS + "/" + id, "").outcome())
        .isEqualTo("404 not_found");
    assertThat(world.cabinet.keys).hasSize(1);
  }

  @Test
  void anotherTenantsKeyIsNeitherSeenNorRevoked() {
    make(1);
    ApiKey own = world.cabinet.keys.getFirst();
    TenantId stranger = new Ids(new Random(9)).tenant(world.now);
    ApiKey foreign =
        new ApiKey(
            new Ids(new Random(9)).apiKey(world.now),
            stranger,
            "Foreign",
            KeyText.random(stranger, new Random(9)).fingerprint(),
            "abcd",
            own.scopes(),
            own.createdBy(),
            own.createdAt(),
            own.expiresAt(),
            own.lastUsedAt());
    world.cabinet.keys.add(foreign);

    Answer refused = world.owner().send("DELETE", KEYS + "/" + foreign.id().value(), "");

    assertThat(refused.outcome()).isEqualTo("404 not_found");
    assertThat(refused.text())
        .isEqualTo(world.owner().send("DELETE", KEYS + "/key_" + "0".repeat(26), "").text());
    assertThat(ids(world.owner().get(KEYS))).containsExactly(own.id().value());
    assertThat(world.cabinet.keys).contains(foreign);
  }

  private static String named(String name) {
    return "{\"name\": \"" + name + "\", \"scopes\": [\"quota:read\"]}";
  }

  /** Their ids in the order of the list. */
  private List<Object> make(int number) {
    List<Object> ids = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      ids.add(String.valueOf(world.owner().post(KEYS, BODY).field("id")));
    }
    return ids.stream().sorted().toList();
  }

  private static List<Object> ids(Answer list) {
    List<Object> ids = new ArrayList<>();
    for (Object item : (List<?>) Objects.requireNonNull(list.field("items"))) {
      ids.add(Objects.requireNonNull(((Map<?, ?>) item).get("id")));
    }
    return ids;
  }
}
