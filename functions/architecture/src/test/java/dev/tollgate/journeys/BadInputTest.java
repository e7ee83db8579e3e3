package dev.tollgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testkit.faults.Script;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input gets a clear error, loses nothing, and is never our fault. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
  private static final String REGISTER = "/api/v1/auth/register";

  private World world;

  @BeforeAll
  void start() {
    world = World.of("tollgate");
  }

  @BeforeEach
  void calm() {
    world.faults.follow(Script.calm());
    world.advance(Duration.ofHours(1));
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "nonsense",
        "[]",
        "\"text\"",
        "null",
        "{\"email\":\"a@example.com\",}",
        "{\"email\":\"a@example.com\",\"email\":\"b@example.com\",\"password\":\"correct horse\"}",
        "{\"email\":\"a@example.com\"} {}",
        "{'email':'a@example.com'}",
        "{\"n\":NaN}"
      })
  void malformedJsonIsSaidToBeMalformed(String body) {
    Answer answer = world.caller().post(REGISTER, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.error()).isEqualTo("malformed_request");
  }

  @Test
  void deepJsonIsMalformed() {
    String deep = "{\"email\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThat(world.caller().post(REGISTER, deep).error()).isEqualTo("malformed_request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"a@example.com\"]",
        "[\"a@example.com\",\"eve@example.com\"]",
        "{\"$ne\":null}",
        "1",
        "true",
        "null",
        "1e400"
      })
  void onlyATextIsAText(String value) {
    String body = "{\"email\":" + value + ",\"password\":\"correct horse battery\"}";
    Answer answer = world.caller().post(REGISTER, body);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.error()).isEqualTo("validation_failed");
    assertThat(answer.text()).contains("\"field\":\"email\"");
  }

  @Test
  void everyWrongFieldIsReportedAtOnce() {
    Answer answer =
        world
            .caller()
            .post(REGISTER, Map.of("email", "nobody", "password", "short", "full_name", "a\nb"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat((List<?>) answer.body().get("violations")).hasSize(3);
    assertThat(answer.headers().get("content-type")).isEqualTo("application/problem+json");
  }

  @Test
  void aPasswordOfAMegabyteIsTooLong() {
    String huge = "x".repeat(1_000_000);
    Map<String, String> body = Map.of("email", World.newEmail(), "password", huge);
    assertThat(world.caller().post(REGISTER, body).status()).isEqualTo(422);
    assertThat(world.caller().post("/api/v1/auth/login", body).status()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"password123", "QWERTYUIOP", "1234567890", "123456789", "x"})
  void weakPasswordsAreRefused(String password) {
    Answer answer =
        world.caller().post(REGISTER, Map.of("email", World.newEmail(), "password", password));
    assertThat(answer.error()).isEqualTo("validation_failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada\r\nBcc: eve@example.com",
        "Ada\u0000",
        "Ada\u202egnp.exe",
        "Ada\u2028next",
        "Ada\u001b[2J",
        "   ",
        "\ud800"
      })
  void namesHaveNoControlCharacters(String name) {
    Answer answer =
        world
            .caller()
            .post(
                REGISTER,
                Map.of(
                    "email",
                    World.newEmail(),
                    "password",
                    "correct horse battery",
                    "full_name",
                    name));
    assertThat(answer.status()).as(answer.text()).isBetween(400, 422);
  }

  @Test
  void namesMayBeWrittenInAnyScriptAndAreKeptAsTheyAre() {
    String email = World.newEmail();
    Answer answer =
        world
            .caller()
            .post(
                REGISTER,
                Map.of(
                    "email", email,
                    "password", "correct horse battery",
                    "full_name", " \u0905\u0926\u093f\u0924\u093f \u0936\u0930\u094d\u092e\u093e ",
                    "company_name", "O'Brien & <b>S\u00f8ns</b>"));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(world.user(email).fullName())
        .isEqualTo("\u0905\u0926\u093f\u0924\u093f \u0936\u0930\u094d\u092e\u093e");
    assertThat(((Map<?, ?>) answer.body().get("account")).get("name"))
        .isEqualTo("O'Brien & <b>S\u00f8ns</b>");
  }

  @Test
  void anUpperCaseAddressIsTheSamePerson() {
    String email = World.newEmail();
    assertThat(world.caller().register(email.toUpperCase(java.util.Locale.ROOT)).status())
        .isEqualTo(201);
    assertThat(world.caller().register(email).error()).isEqualTo("email_taken");
    assertThat(world.caller().logIn(" " + email).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0430da@example.com",
        "ada@ex\u0430mple.com",
        "ada@example.com\nBcc: eve@example.com",
        "\u212aim@example.com"
      })
  void lookAlikeAddressesAreRefused(String email) {
    assertThat(world.caller().register(email).error()).isEqualTo("validation_failed");
  }

  @Test
  void fieldsThatAClientMayNotSetNeverTakeEffect() {
    String email = World.newEmail();
    Answer answer =
        world
            .caller()
            .post(
                REGISTER,
                Map.of(
                    "email", email,
                    "password", "correct horse battery",
                    "tenant_id", "ten_00000000000000000000000000",
                    "role", "platform_admin",
                    "plan", "enterprise",
                    "email_verified", true,
                    "verified_at", "2020-01-01T00:00:00Z"));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(world.user(email).role().wireName()).isEqualTo("owner");
    assertThat(world.user(email).isVerified()).isFalse();
    Caller me = world.caller().bearing(answer.accessToken());
    me.put("/api/v1/auth/me", Map.of("full_name", "Ada", "role", "platform_admin", "id", "x"));
    assertThat(me.get("/api/v1/auth/me").text("role")).isEqualTo("owner");
    assertThat(world.user(email).fullName()).isEqualTo("Ada");
  }

  @Test
  void aBodyThatIsNoJsonIsUnsupported() {
    Answer answer =
        world
            .caller()
            .with("content-type", "application/x-www-form-urlencoded")
            .post(REGISTER, "email=a%40example.com");
    assertThat(answer.status()).isEqualTo(415);
  }

  @Test
  void unknownPathsAndMethodsAreSaidToBeSo() {
    assertThat(world.caller().get("/api/v1/nothing").status()).isEqualTo(404);
    assertThat(world.caller().get("/api/v1/auth/../auth/me").status()).isEqualTo(404);
    assertThat(world.caller().get(REGISTER).status()).isEqualTo(405);
    assertThat(world.caller().get(REGISTER).headers().get("allow")).isEqualTo("POST");
  }

  @Test
  void everyAnswerHasItsRequestIdAndItsSecurityHeaders() {
    for (Answer answer :
        List.of(
            world.caller().get("/health"),
            world.caller().get("/nothing"),
            world.caller().post(REGISTER, "{"))) {
      Map<String, Object> expected =
          Map.of(
              "x-request-id", "request-1",
              "x-content-type-options", "nosniff",
              "cache-control", "no-store");
      expected.forEach((name, value) -> assertThat(answer.headers().get(name)).isEqualTo(value));
      assertThat(answer.headers().get("strict-transport-security")).isNotNull();
    }
  }
}
