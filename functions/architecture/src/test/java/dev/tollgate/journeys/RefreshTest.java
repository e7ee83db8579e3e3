package dev.tollgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.lambda.http.HttpDoor;
import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.FaultInterceptor;
import dev.tollgate.testkit.faults.Gate;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Invariant 6 of the design. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefreshTest {
  private static final int TWENTY = 20;
  private static final Duration OVER_GRACE = Duration.ofSeconds(11);

  private World world;

  @BeforeAll
  void start() {
    world = World.of("tollgate");
  }

  @BeforeEach
  void calm() {
    world.faults.follow(Script.calm());
    world.advance(Duration.ofHours(1)); // a fresh window for every rate limit
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @Test
  void twentyRefreshesOfOneTokenAdvanceItOnceAndLogNobodyOut() {
    String token = loggedIn();
    FaultInterceptor otherFaults = new FaultInterceptor();
    try (HttpDoor other = world.anotherInstance("tollgate", otherFaults)) {
      world.faults.hold(Gate.after("BatchGetItem", TWENTY / 2));
      otherFaults.hold(Gate.after("BatchGetItem", TWENTY / 2));
      List<Callable<Answer>> contenders = new ArrayList<>();
      for (int i = 0; i < TWENTY; i++) {
        Caller caller = i % 2 == 0 ? world.caller() : world.caller().through(other);
        contenders.add(() -> caller.refresh(token));
      }
      List<Answer> answers = Race.run(contenders);

      assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
      assertThat(answers.stream().map(Answer::refreshToken).distinct())
          .as("all of them hold the one successor")
          .hasSize(1);
      world.faults.follow(Script.calm());
      assertThat(generation(token)).isEqualTo("1");
      assertThat(world.caller().refresh(answers.getFirst().refreshToken()).status()).isEqualTo(200);
    }
  }

  @Test
  void aLostAnswerFromTheTableAdvancesTheTokenOnce() {
    String token = loggedIn();
    world.faults.follow(Script.first(1, "TransactWriteItems", Fault.LOST_ANSWER));
    Answer answer = world.caller().refresh(token);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(generation(token)).isEqualTo("1");
    assertThat(world.caller().refresh(answer.refreshToken()).status()).isEqualTo(200);
  }

  @Test
  void aClientWhoseAnswerGotLostGetsTheSameSuccessorWithinTheGrace() {
    String token = loggedIn();
    String lost = world.caller().refresh(token).refreshToken();
    world.advance(Duration.ofSeconds(8));
    Answer again = world.caller().refresh(token);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.refreshToken()).isEqualTo(lost);
  }

  @Test
  void afterTheGraceAReplacedTokenEndsTheFamily() {
    String token = loggedIn();
    Answer next = world.caller().refresh(token);
    world.advance(OVER_GRACE);
    assertThat(world.caller().refresh(token).status()).isEqualTo(401);
    assertDead(next);
  }

  @Test
  void aReplacedTokenInOtherHandsEndsTheFamilyAtOnce() {
    String token = loggedIn();
    Answer next = world.caller().refresh(token);
    assertThat(world.caller().from("198.51.100.9").refresh(token).status()).isEqualTo(401);
    assertDead(next);
  }

  @Test
  void anyOlderTokenEndsTheFamily() {
    String first = loggedIn();
    Answer second = world.caller().refresh(first);
    Answer third = world.caller().refresh(second.refreshToken());
    Answer fourth = world.caller().refresh(third.refreshToken());
    assertThat(world.caller().refresh(first).status()).isEqualTo(401);
    assertDead(fourth);
  }

  @Test
  void aMadeUpTokenOfASessionEndsNothing() {
    String token = loggedIn();
    String forged = token.substring(0, token.length() - 87) + "A".repeat(43) + "." + "B".repeat(43);
    assertThat(world.caller().refresh(forged).status()).isEqualTo(401);
    assertThat(world.caller().refresh(token).status()).isEqualTo(200);
  }

  @Test
  void logoutBeatsAConcurrentRefresh() {
    for (int round = 0; round < 10; round++) {
      world.advance(Duration.ofHours(1));
      world.faults.follow(Script.calm());
      String email = World.newEmail();
      Answer session = world.caller().register(email);
      world.faults.hold(Gate.after("BatchGetItem", 2));
      List<Callable<Answer>> contenders =
          List.of(
              () -> world.caller().refresh(session.refreshToken()),
              () -> world.caller().bearing(session.accessToken()).post("/api/v1/auth/logout", ""));
      List<Answer> answers = Race.run(contenders);
      world.faults.follow(Script.calm());

      assertThat(answers.get(1).status()).isEqualTo(204);
      assertThat(world.caller().refresh(session.refreshToken()).status()).isEqualTo(401);
      if (answers.get(0).status() == 200) {
        assertDead(answers.get(0));
      }
    }
  }

  @Test
  void aSessionThatIsNotUsedEndsByItself() {
    Answer session = world.caller().register(World.newEmail());
    world.advance(Duration.ofDays(7));
    assertThat(world.caller().refresh(session.refreshToken()).status()).isEqualTo(401);
    assertDead(session);
  }

  @Test
  void contentionIsTriedAgainAndAnUnreachableTableIsNoLogout() {
    String token = loggedIn();
    world.faults.follow(Script.first(3, "TransactWriteItems", Fault.CONFLICT));
    Answer answer = world.caller().refresh(token);
    assertThat(answer.status()).isEqualTo(200);
    world.faults.follow(Script.always("TransactWriteItems", Fault.CONFLICT));
    assertThat(world.caller().refresh(answer.refreshToken()).status()).isEqualTo(503);
    world.faults.follow(Script.always("BatchGetItem", Fault.CONFLICT));
    assertThat(world.caller().refresh(answer.refreshToken()).status()).isEqualTo(503);
    world.faults.follow(Script.calm());
    assertThat(world.caller().refresh(answer.refreshToken()).status()).isEqualTo(200);
  }

  private String loggedIn() {
    return world.caller().register(World.newEmail()).refreshToken();
  }

  private void assertDead(Answer tokens) {
    assertThat(world.caller().refresh(tokens.refreshToken()).status()).isEqualTo(401);
    assertThat(world.caller().bearing(tokens.accessToken()).get("/api/v1/auth/me").status())
        .isEqualTo(401);
  }

  private String generation(String token) {
    String session = "ses_" + token.split("\\.", -1)[3];
    return world.items().stream()
        .filter(item -> item.get("sk").s().endsWith("#" + session))
        .map(item -> item.get("generation").n())
        .findFirst()
        .orElseThrow();
  }
}
