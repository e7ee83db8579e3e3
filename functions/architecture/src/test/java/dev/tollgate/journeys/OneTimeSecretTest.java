package dev.tollgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.identity.OneTimeToken.Purpose;
import dev.tollgate.testkit.faults.Gate;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Script;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every mailed secret works once, for one thing, in time, and under the password it was made under.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneTimeSecretTest {
  private static final int TEN = 10;
  private static final String NEW_PASSWORD = "another fine password";

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

  @Test
  void tenVerificationsAtOnceOpenOneSession() {
    String email = registered();
    String token = world.mailedToken(Purpose.VERIFY_EMAIL, email);
    world.faults.hold(Gate.after("BatchGetItem", TEN));
    List<Answer> answers =
        Race.run(Collections.<Callable<Answer>>nCopies(TEN, () -> world.caller().verify(token)));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    assertThat(answers.stream().filter(answer -> answer.body().containsKey("access_token")))
        .hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.body().containsKey("already_verified")))
        .hasSize(TEN - 1);
  }

  @Test
  void tenResetsAtOnceSetOnePassword() {
    String email = registered();
    String token = world.mailedToken(Purpose.RESET_PASSWORD, email);
    world.faults.hold(Gate.after("BatchGetItem", TEN));
    List<Answer> answers = Race.run(Collections.<Callable<Answer>>nCopies(TEN, () -> reset(token)));
    assertThat(answers.stream().filter(answer -> answer.status() == 204)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() == 400)).hasSize(TEN - 1);
  }

  @Test
  void aResetEndsEverySessionAndEveryOtherLinkAndProvesTheMailbox() {
    String email = World.newEmail();
    Answer before = world.caller().register(email);
    String otherLink = world.mailedToken(Purpose.RESET_PASSWORD, email);
    String link = world.mailedToken(Purpose.RESET_PASSWORD, email);

    assertThat(reset(link).status()).isEqualTo(204);

    assertThat(world.caller().refresh(before.refreshToken()).status()).isEqualTo(401);
    assertThat(world.caller().bearing(before.accessToken()).get("/api/v1/auth/me").status())
        .isEqualTo(401);
    assertThat(reset(otherLink).status()).isEqualTo(400);
    assertThat(reset(link).status()).isEqualTo(400);
    assertThat(world.caller().logIn(email).status()).isEqualTo(401);
    assertThat(world.caller().logIn(email, NEW_PASSWORD).status()).isEqualTo(200);
    assertThat(world.user(email).isVerified()).isTrue();
  }

  @Test
  void aChangeOfPasswordKeepsTheSessionAtHandAlone() {
    String email = World.newEmail();
    Answer other = world.caller().register(email);
    Answer mine = world.caller().logIn(email);
    String link = world.mailedToken(Purpose.RESET_PASSWORD, email);
    Caller me = world.caller().bearing(mine.accessToken());

    Map<String, String> wrong =
        Map.of("current_password", "not this one", "new_password", NEW_PASSWORD);
    assertThat(me.post("/api/v1/auth/change-password", wrong).error())
        .isEqualTo("invalid_credentials");
    Map<String, String> right =
        Map.of("current_password", "correct horse battery", "new_password", NEW_PASSWORD);
    assertThat(me.post("/api/v1/auth/change-password", right).status()).isEqualTo(204);

    assertThat(me.get("/api/v1/auth/me").status()).isEqualTo(200);
    assertThat(world.caller().refresh(mine.refreshToken()).status()).isEqualTo(200);
    assertThat(world.caller().refresh(other.refreshToken()).status()).isEqualTo(401);
    assertThat(reset(link).status()).isEqualTo(400);
  }

  @Test
  void aSecretIsGoodForItsOwnPurposeOnly() {
    String email = registered();
    String verification = world.mailedToken(Purpose.VERIFY_EMAIL, email);
    String resetting = world.mailedToken(Purpose.RESET_PASSWORD, email);
    assertThat(reset(verification).error()).isEqualTo("token_invalid_or_expired");
    assertThat(world.caller().verify(resetting).error()).isEqualTo("token_invalid_or_expired");
    assertThat(world.user(email).isVerified()).isFalse();
  }

  @Test
  void expiredMeansExpiredThoughTheItemIsStillThere() {
    String email = registered();
    String verification = world.mailedToken(Purpose.VERIFY_EMAIL, email);
    String resetting = world.mailedToken(Purpose.RESET_PASSWORD, email);
    world.advance(Duration.ofHours(1));
    assertThat(reset(resetting).error()).isEqualTo("token_invalid_or_expired");
    world.advance(Duration.ofDays(3));
    assertThat(world.caller().verify(verification).error()).isEqualTo("token_invalid_or_expired");
    assertThat(world.count("TOKEN")).isPositive();
  }

  @Test
  void aSecondUseByAVerifiedPersonSaysSoAndOpensNothing() {
    String email = registered();
    String token = world.mailedToken(Purpose.VERIFY_EMAIL, email);
    world.caller().verify(token);
    Answer second = world.caller().verify(token);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(Map.of("already_verified", true));
  }

  private Answer reset(String token) {
    return world
        .caller()
        .post("/api/v1/auth/reset-password", Map.of("token", token, "password", NEW_PASSWORD));
  }

  private String registered() {
    String email = World.newEmail();
    world.caller().register(email);
    return email;
  }
}
