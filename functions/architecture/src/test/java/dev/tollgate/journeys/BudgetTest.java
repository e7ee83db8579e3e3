package dev.tollgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.identity.OneTimeToken.Purpose;
import dev.tollgate.testkit.faults.Script;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Section 7 of the design, counted: reads are BatchGetItem and Query, writes are transactions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BudgetTest {
  private static final String READ = "BatchGetItem";
  private static final String TRANSACTION = "TransactWriteItems";

  private World world;

  @BeforeAll
  void start() {
    world = World.of("tollgate");
    world.caller().register(World.newEmail()); // the keys are read once, at start
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @Test
  void signUpIsOneTransaction() {
    Caller newcomer = world.caller().from("192.0.2.77");
    assertThat(callsOf(201, () -> newcomer.register(World.newEmail())))
        .containsExactly(TRANSACTION);
  }

  @Test
  void signUpWithAnIdempotencyKeyClaimsAndKeepsItsAnswerBesides() {
    Caller newcomer = world.caller().from("192.0.2.78").with("idempotency-key", "k-budget");
    assertThat(callsOf(201, () -> newcomer.register(World.newEmail())))
        .containsExactly(TRANSACTION, TRANSACTION, TRANSACTION);
  }

  @Test
  void verifyingIsTwoReadsAndOneTransaction() {
    String email = registered();
    String token = world.mailedToken(Purpose.VERIFY_EMAIL, email);
    assertThat(callsOf(200, () -> world.caller().verify(token)))
        .containsExactly(READ, READ, TRANSACTION);
  }

  @Test
  void loginIsTwoReadsAndOneTransaction() {
    String email = registered();
    assertThat(callsOf(200, () -> world.caller().logIn(email)))
        .containsExactly(READ, READ, TRANSACTION);
    assertThat(callsOf(200, () -> world.caller().logIn(email)))
        .as("also with counters that others have opened")
        .containsExactly(READ, READ, TRANSACTION);
  }

  @Test
  void aFailedLoginCostsTheSame() {
    String email = registered();
    assertThat(callsOf(401, () -> world.caller().logIn(email, "not the password")))
        .containsExactly(READ, READ, TRANSACTION);
  }

  @Test
  void anUnknownPersonCostsTheSameAsAWrongPasswordAndHearsTheSameBytes() {
    String email = registered();
    Answer known = world.caller().logIn(email, "not the password");
    Answer unknown = world.caller().logIn(World.newEmail(), "not the password");
    assertThat(unknown.text()).isEqualTo(known.text());
    assertThat(unknown.headers()).isEqualTo(known.headers());
    assertThat(callsOf(401, () -> world.caller().logIn(World.newEmail(), "not the password")))
        .containsExactly(READ, READ, TRANSACTION);
  }

  @Test
  void refreshIsOneReadAndOneTransaction() {
    String token = world.caller().logIn(registered()).refreshToken();
    assertThat(callsOf(200, () -> world.caller().refresh(token)))
        .containsExactly(READ, TRANSACTION);
  }

  @Test
  void anAuthenticatedRequestIsOneRead() {
    String token = world.caller().logIn(registered()).accessToken();
    assertThat(callsOf(200, () -> world.caller().bearing(token).get("/api/v1/auth/me")))
        .containsExactly(READ);
  }

  @Test
  void anUnauthenticatedRequestCostsNothing() {
    assertThat(callsOf(401, () -> world.caller().get("/api/v1/auth/me"))).isEmpty();
    assertThat(callsOf(401, () -> world.caller().bearing("x.y.z").get("/api/v1/auth/me")))
        .isEmpty();
  }

  @Test
  void whatAnybodyMayAskCostsNothing() {
    assertThat(callsOf(200, () -> world.caller().get("/api/v1/config/public"))).isEmpty();
    assertThat(callsOf(200, () -> world.caller().get("/.well-known/jwks.json"))).isEmpty();
  }

  @Test
  void thePlansAreReadOnceInFiveMinutes() {
    world.caller().get("/api/v1/plans/public"); // whoever is first puts them there
    world.advance(Duration.ofMinutes(5));
    assertThat(callsOf(200, () -> world.caller().get("/api/v1/plans/public")))
        .containsExactly("Query");
    assertThat(callsOf(200, () -> world.caller().get("/api/v1/plans/public"))).isEmpty();
  }

  @Test
  void askingForAResetLinkCostsTheSameForEverybody() {
    String email = registered();
    Caller one = world.caller().from("192.0.2.90");
    Caller other = world.caller().from("192.0.2.91");
    List<String> known =
        callsOf(202, () -> one.post("/api/v1/auth/forgot-password", Map.of("email", email)));
    List<String> unknown =
        callsOf(
            202,
            () -> other.post("/api/v1/auth/forgot-password", Map.of("email", World.newEmail())));
    assertThat(known).containsExactly(READ, TRANSACTION).isEqualTo(unknown);
  }

  private String registered() {
    String email = World.newEmail();
    world.caller().register(email);
    return email;
  }

  private List<String> callsOf(int status, Supplier<Answer> request) {
    world.faults.follow(Script.calm());
    Answer answer = request.get();
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    return world.faults.calls();
  }
}
