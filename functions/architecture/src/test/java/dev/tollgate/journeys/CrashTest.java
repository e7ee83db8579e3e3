package dev.tollgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.identity.OneTimeToken.Purpose;
import dev.tollgate.testkit.faults.Crash;
import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Script;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Invariant 3 of the design for sign-up and login: enumerate the calls, die at each, resume. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashTest {
  private static final int MORE_CALLS_THAN_ANY_REQUEST_MAKES = 12;

  private World world;

  @BeforeAll
  void start() {
    world = World.of("tollgate");
    world.caller().register(World.newEmail());
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
  void aSignUpThatDiesAnywhereIsFinishedByTheSameRequestSentAgain() {
    int died = 0;
    for (Fault death : List.of(Fault.CRASH_BEFORE, Fault.CRASH_AFTER)) {
      for (int call = 1; call <= MORE_CALLS_THAN_ANY_REQUEST_MAKES; call++) {
        world.advance(Duration.ofHours(1));
        String email = World.newEmail();
        Caller caller = world.caller().with("idempotency-key", "crash-" + death + call);
        long accounts = world.count("ACCOUNT");
        long users = world.count("USER#");
        long messages = world.count("OUTBOX#");
        if (!dies(Script.at(call, death), () -> caller.register(email))) {
          break;
        }
        died++;
        world.faults.follow(Script.calm());
        world.advance(Duration.ofMinutes(1)); // the dead call's lease runs out

        Answer resumed = caller.register(email);

        assertThat(resumed.status()).as(death + " at call " + call).isEqualTo(201);
        assertThat(world.count("ACCOUNT") - accounts).isEqualTo(1);
        assertThat(world.count("USER#") - users).isEqualTo(1);
        assertThat(world.count("OUTBOX#") - messages).as("one mail to write").isEqualTo(1);
        assertThat(world.caller().bearing(resumed.accessToken()).get("/api/v1/auth/me").status())
            .isEqualTo(200);
        assertThat(world.caller().logIn(email).status()).isEqualTo(200);
      }
    }
    assertThat(died).as("claim, sign-up and answer, before and after each").isEqualTo(6);
  }

  @Test
  void aSignUpWithoutAKeyThatDiesLeavesAllOrNothing() {
    for (Fault death : List.of(Fault.CRASH_BEFORE, Fault.CRASH_AFTER)) {
      world.advance(Duration.ofHours(1));
      String email = World.newEmail();
      long items = world.items().size();
      assertThat(dies(Script.at(1, death), () -> world.caller().register(email))).isTrue();
      world.faults.follow(Script.calm());
      if (death == Fault.CRASH_BEFORE) {
        assertThat(world.items()).hasSize((int) items);
        assertThat(world.caller().register(email).status()).isEqualTo(201);
      } else {
        assertThat(world.caller().register(email).error()).isEqualTo("email_taken");
        assertThat(world.caller().logIn(email).status()).isEqualTo(200);
      }
    }
  }

  @Test
  void aLoginThatDiesAnywhereCanBeTriedAgain() {
    String email = World.newEmail();
    world.caller().register(email);
    int died = 0;
    for (Fault death : List.of(Fault.CRASH_BEFORE, Fault.CRASH_AFTER)) {
      for (int call = 1; call <= MORE_CALLS_THAN_ANY_REQUEST_MAKES; call++) {
        world.advance(Duration.ofHours(1));
        if (!dies(Script.at(call, death), () -> world.caller().logIn(email))) {
          break;
        }
        died++;
        world.faults.follow(Script.calm());
        Answer again = world.caller().logIn(email);
        assertThat(again.status()).as(death + " at call " + call).isEqualTo(200);
        assertThat(world.caller().refresh(again.refreshToken()).status()).isEqualTo(200);
      }
    }
    assertThat(died).isEqualTo(6);
  }

  @Test
  void aVerificationThatDiesAnywhereLeavesThePersonVerifiedOrTheLinkGood() {
    int died = 0;
    for (Fault death : List.of(Fault.CRASH_BEFORE, Fault.CRASH_AFTER)) {
      for (int call = 1; call <= MORE_CALLS_THAN_ANY_REQUEST_MAKES; call++) {
        world.advance(Duration.ofHours(1));
        String email = World.newEmail();
        world.caller().register(email);
        String token = world.mailedToken(Purpose.VERIFY_EMAIL, email);
        if (!dies(Script.at(call, death), () -> world.caller().verify(token))) {
          break;
        }
        died++;
        world.faults.follow(Script.calm());
        assertThat(world.caller().verify(token).status()).isEqualTo(200);
        assertThat(world.user(email).isVerified()).isTrue();
      }
    }
    assertThat(died).isEqualTo(6);
  }

  @Test
  void everyAnswerOfTheTableMayGetLostAndASignUpHappensOnce() {
    String email = World.newEmail();
    long messages = world.count("OUTBOX#");
    world.faults.follow(Script.always("TransactWriteItems", Fault.LOST_ANSWER));
    assertThat(world.caller().register(email).status()).isEqualTo(201);
    world.faults.follow(Script.calm());
    assertThat(world.count("OUTBOX#") - messages).isEqualTo(1);
  }

  @Test
  void throttlingAndContentionAreWaitedOut() {
    world.faults.follow(Script.first(2, "TransactWriteItems", Fault.THROTTLE));
    assertThat(world.caller().register(World.newEmail()).status()).isEqualTo(201);
    world.faults.follow(Script.first(3, "TransactWriteItems", Fault.CONFLICT));
    assertThat(world.caller().register(World.newEmail()).status()).isEqualTo(201);
    world.faults.follow(Script.always("TransactWriteItems", Fault.CONFLICT));
    Answer answer = world.caller().register(World.newEmail());
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.error()).isEqualTo("temporarily_unavailable");
  }

  @Test
  void twentySignUpsOfOneAddressMakeOneAccount() {
    world.advance(Duration.ofHours(1));
    String email = World.newEmail();
    long accounts = world.count("ACCOUNT");
    List<Answer> answers =
        Race.run(Collections.<Callable<Answer>>nCopies(20, () -> world.caller().register(email)));
    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(19);
    assertThat(world.count("ACCOUNT") - accounts).isEqualTo(1);
  }

  /** False where the request came to its end although it was to die. */
  private boolean dies(Script script, Supplier<Answer> request) {
    world.faults.follow(script);
    try {
      Answer _ = request.get();
      world.faults.follow(Script.calm());
      return false;
    } catch (Crash expected) {
      return true;
    }
  }
}
