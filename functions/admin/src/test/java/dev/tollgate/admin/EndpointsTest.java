package dev.tollgate.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.admin.Caller.Answer;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.kernel.EndpointId;
import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.outgoing.Delivery;
import dev.tollgate.core.outgoing.Endpoint;
import dev.tollgate.core.outgoing.Letter;
import dev.tollgate.core.outgoing.WebhookSender.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where news go, as the platform owner manages it. */
final class EndpointsTest {
  private static final String PATH = World.ADMIN + "/webhook-endpoints";
  private static final String NOBODY = PATH + "/whe_" + "0".repeat(26);
  private static final String MESSAGE = "msg_" + "0".repeat(26);

  private final World world = new World();
  private final Caller owner = world.platformOwner();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void aNewEndpointShowsItsSecretOnce() {
    Answer created =
        owner.post(
            PATH,
            "{\"url\":\"https://example.com/hook\",\"description\":\" crm \","
                + "\"events\":[\"limit.near\",\"limit.near\"],\"enabled\":false}");

    assertThat(created.status()).isEqualTo(201);
    String secret = String.valueOf(created.field("secret"));
    assertThat(secret).startsWith("whsec_").hasSize(6 + 44);
    assertThat(created.field("events")).isEqualTo(List.of("limit.near"));
    assertThat(created.field("description")).isEqualTo("crm");
    assertThat(created.field("enabled")).isEqualTo(true);
    String id = String.valueOf(created.field("id"));
    for (Answer later : List.of(owner.get(PATH), owner.get(PATH + "/" + id), put(id, "{}"))) {
      assertThat(later.status()).isEqualTo(200);
      assertThat(later.text()).contains(id).doesNotContain(secret);
    }
    assertThat(world.hooks.audit)
        .singleElement()
        .matches(entry -> entry.action() == AuditAction.WEBHOOK_ENDPOINT_CHANGED)
        .matches(entry -> entry.tenant().equals(People.TENANT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"url\":null}",
        "{\"url\":7}",
        "{\"url\":\"\"}",
        "{\"url\":\"http://example.com\"}",
        "{\"url\":\"https://10.0.0.1/\"}",
        "{\"url\":\"https://127.0.0.1:8443/\"}",
        "{\"url\":\"https://[::1]/\"}",
        "{\"url\":\"https://u:p@example.com\"}",
        "{\"url\":\"https://example.com:25\"}",
        "{\"url\":\"https://example.com\",\"events\":[\"limit.odd\"]}",
        "{\"url\":\"https://example.com\",\"events\":\"limit.near\"}",
        "{\"url\":\"https://example.com\",\"events\":[1]}",
        "{\"url\":\"https://example.com\",\"events\":[null]}",
        "{\"url\":\"https://example.com\",\"description\":\"a\\u0000b\"}",
        "{\"url\":\"https://example.com\",\"description\":7}",
        "{\"url\":\"https://example.com\",\"enabled\":\"yes\"}"
      })
  void whatIsNotRightIsRefused(String body) {
    assertThat(owner.post(PATH, body).outcome()).isEqualTo("422 validation_failed");
    assertThat(world.hooks.endpoints).isEmpty();
  }

  @Test
  void everythingWrongIsReportedAtOnce() {
    Answer answer =
        owner.post(
            PATH,
            "{\"url\":\"ftp://x\",\"events\":[\"odd\"],\"description\":\""
                + "x".repeat(201)
                + "\"}");

    assertThat((List<?>) answer.field("violations")).hasSize(3);
  }

  @Test
  void thereAreAtMostTwenty() {
    for (int i = 0; i < 20; i++) {
      create("https://example.com/" + i);
    }

    Answer answer = owner.post(PATH, "{\"url\":\"https://example.com/21\"}");

    assertThat(answer.outcome()).isEqualTo("409 too_many_endpoints");
    assertThat(answer.field("limit")).isEqualTo(20L);
  }

  @Test
  void anEditChangesWhatItNamesAndNothingElse() {
    String id = create("https://example.com/hook");
    String secret = stored(id).secrets().current().text();

    Answer answer = put(id, "{\"events\":[\"limit.reached\"],\"enabled\":false,\"id\":\"x\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("url")).isEqualTo("https://example.com/hook");
    assertThat(answer.field("events")).isEqualTo(List.of("limit.reached"));
    assertThat(answer.field("disabled_reason")).isEqualTo("by_owner");
    assertThat(stored(id).version()).as("one write").isEqualTo(2);
    assertThat(put(id, "{\"enabled\":true,\"events\":[]}").field("disabled_reason")).isNull();
    assertThat(stored(id).secrets().current().text()).isEqualTo(secret);
    assertThat(put(id, "{\"url\":\"https://10.0.0.1\"}").outcome())
        .isEqualTo("422 validation_failed");
  }

  @Test
  void whoWasSlowerDecidesAgain() {
    String id = create("https://example.com/hook");
    world.hooks.contended = true;

    assertThat(put(id, "{\"description\":\"b\"}").field("description")).isEqualTo("b");
    assertThat(stored(id).description()).isEqualTo("b");
  }

  @Test
  void aRotationShowsTheNewSecretAndKeepsTheOldForADay() {
    String id = create("https://example.com/hook");
    String old = stored(id).secrets().current().text();

    Answer rotated = owner.post(PATH + "/" + id + "/rotate-secret", "");

    assertThat(rotated.status()).isEqualTo(200);
    assertThat(rotated.field("secret")).isNotEqualTo(old);
    assertThat(rotated.field("previous_secret_until")).isNotNull();
    assertThat(rotated.text()).doesNotContain(old);
    assertThat(stored(id).secrets().before().orElseThrow().secret().text()).isEqualTo(old);
  }

  @Test
  void aDeletedEndpointIsGone() {
    String id = create("https://example.com/hook");

    assertThat(owner.send("DELETE", PATH + "/" + id, "").status()).isEqualTo(204);
    assertThat(owner.send("DELETE", PATH + "/" + id, "").outcome()).isEqualTo("404 not_found");
    assertThat(owner.get(PATH + "/" + id).outcome()).isEqualTo("404 not_found");
  }

  static List<Object[]> outcomes() {
    return List.of(
        new Object[] {new Outcome.Accepted(204), "true 204 null"},
        new Object[] {new Outcome.Refused(302), "false 302 refused"},
        new Object[] {new Outcome.Gone(), "false 410 gone"},
        new Object[] {new Outcome.Unreachable("timed_out"), "false null timed_out"},
        new Object[] {new Outcome.Forbidden(), "false null forbidden_address"});
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void aTestSaysHowItWent(Outcome outcome, String expected) {
    String id = create("https://example.com/hook");
    world.hooks.outcome = outcome;

    Answer answer = owner.post(PATH + "/" + id + "/test", "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(
            answer.field("delivered") + " " + answer.field("status") + " " + answer.field("reason"))
        .isEqualTo(expected);
    assertThat(world.hooks.sent)
        .singleElement()
        .matches(request -> request.body().contains("\"type\":\"endpoint.test\""));
    assertThat(stored(id).isEnabled()).isEqualTo(!(outcome instanceof Outcome.Gone));
  }

  @Test
  void aDisabledEndpointGetsNoTestAndNoRetry() {
    String id = create("https://example.com/hook");
    delivered(id);
    put(id, "{\"enabled\":false}");

    assertThat(owner.post(PATH + "/" + id + "/test", "").outcome())
        .isEqualTo("409 endpoint_disabled");
    assertThat(owner.post(PATH + "/" + id + "/deliveries/" + MESSAGE + "/retry", "").outcome())
        .isEqualTo("409 endpoint_disabled");
    assertThat(world.hooks.sent).isEmpty();
  }

  @Test
  void deliveriesAreListedAndSentAgain() {
    String id = create("https://example.com/hook");
    delivered(id);

    Answer list = owner.get(PATH + "/" + id + "/deliveries?limit=1");
    assertThat(list.text())
        .isEqualTo(
            "{\"items\":[{\"message_id\":\"%s\",\"event\":\"limit.near\",\"status\":\"given_up\",\"tries\":10,\"created_at\":\"2026-04-01T00:00:00Z\",\"next_try_at\":null,\"ended_at\":\"2026-04-01T00:00:00Z\",\"answer_status\":500,\"failure\":\"refused\"}],\"next_cursor\":null}"
                .formatted(MESSAGE));

    Answer retried = owner.post(PATH + "/" + id + "/deliveries/" + MESSAGE + "/retry", "");
    assertThat(retried.status()).isEqualTo(202);
    assertThat(retried.field("status")).isEqualTo("pending");
    assertThat(retried.field("tries")).isEqualTo(0L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "cursor=%20"})
  void aListThatIsAskedForWronglyIsRefused(String query) {
    String id = create("https://example.com/hook");

    assertThat(owner.get(PATH + "/" + id + "/deliveries?" + query).outcome())
        .isEqualTo("422 validation_failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/whe_00000000000000000000000000", "/whe_1", "/ten_00000000000000000000000000",
        "/WHE_00000000000000000000000000", "/%F0%9F%92%B8", "/whe_%2e%2e"
      })
  void unknownAndMalformedIdsAnswerAlike(String id) {
    List<Answer> answers =
        List.of(
            owner.get(PATH + id),
            owner.send("PUT", PATH + id, "{}"),
            owner.send("DELETE", PATH + id, ""),
            owner.post(PATH + id + "/rotate-secret", ""),
            owner.post(PATH + id + "/test", ""),
            owner.get(PATH + id + "/deliveries"),
            owner.post(PATH + id + "/deliveries/" + MESSAGE + "/retry", ""));

    assertThat(answers).allMatch(answer -> answer.outcome().equals("404 not_found"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"msg_1", "x", "msg_00000000000000000000000000"})
  void aDeliveryThatIsNotThereIsNotFound(String message) {
    String id = create("https://example.com/hook");

    assertThat(owner.post(PATH + "/" + id + "/deliveries/" + message + "/retry", "").outcome())
        .isEqualTo("404 not_found");
    assertThat(owner.post(NOBODY + "/deliveries/" + message + "/retry", "").outcome())
        .isEqualTo("404 not_found");
  }

  private Answer put(String id, String body) {
    return owner.send("PUT", PATH + "/" + id, body);
  }

  private String create(String url) {
    return String.valueOf(owner.post(PATH, "{\"url\":\"" + url + "\"}").field("id"));
  }

  private Endpoint stored(String id) {
    return world.hooks.find(new EndpointId(id)).orElseThrow();
  }

  private void delivered(String id) {
    Instant at = Instant.parse("2026-04-01T00:00:00Z");
    Letter letter = new Letter(new EndpointId(id), new MessageId(MESSAGE), "limit.near", "{}", at);
    world.hooks.deliveries.add(
        new Delivery.GivenUp(
            letter, 10, Optional.of(new Delivery.Failure(OptionalInt.of(500), "refused")), at, 9));
  }
}
