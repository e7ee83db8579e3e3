package dev.tollgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.identity.OneTimeToken.Purpose;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.onboarding.AccountInvite;
import dev.tollgate.core.onboarding.InviteCode;
import dev.tollgate.core.onboarding.Invites;
import dev.tollgate.testkit.faults.Crash;
import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Script;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What differs between editions is a value in their files. */
class PolicyTest {
  @ParameterizedTest
  @ValueSource(strings = {"tollgate", "pm33", "rms", "resolutionflow", "inboxgrove"})
  void softGraceLetsAnUnverifiedPersonInForAWhile(String edition) {
    try (World world = World.of(edition)) {
      String email = World.newEmail();
      Answer registered = world.caller().register(email);
      assertThat(registered.status()).isEqualTo(201);
      assertThat(registered.body()).containsKey("access_token");
      assertThat(world.caller().logIn(email).status()).isEqualTo(200);
      assertThat(world.caller().get("/api/v1/config/public").text("edition")).isEqualTo(edition);
    }
  }

  @Test
  void verifiedFirstWantsTheMailboxProvenBeforeTheFirstLogin() {
    try (World world = World.of("pathsix")) {
      String email = World.newEmail();
      Answer registered = world.caller().register(email);
      assertThat(registered.status()).isEqualTo(201);
      assertThat(registered.body()).doesNotContainKeys("access_token", "refresh_token");
      assertThat(world.caller().logIn(email).status()).isEqualTo(403);
      assertThat(world.caller().logIn(email).error()).isEqualTo("email_not_verified");
      assertThat(world.caller().logIn(email, "not the password").error())
          .as("who does not know the password learns nothing")
          .isEqualTo("invalid_credentials");

      Answer verified = world.caller().verify(world.mailedToken(Purpose.VERIFY_EMAIL, email));
      assertThat(verified.status()).isEqualTo(200);
      assertThat(world.caller().bearing(verified.accessToken()).get("/api/v1/auth/me").status())
          .isEqualTo(200);
    }
  }

  @Test
  void rateLimitsAreThoseOfTheEditionByAddressAndByEmail() {
    try (World world = World.of("pathsix")) {
      Caller caller = world.caller();
      for (int i = 0; i < 3; i++) {
        assertThat(caller.register(World.newEmail()).status()).isEqualTo(201);
      }
      Answer fourth = caller.register(World.newEmail());
      assertThat(fourth.status()).isEqualTo(429);
      assertThat(fourth.error()).isEqualTo("rate_limited");
      assertThat(Integer.parseInt((String) fourth.headers().get("retry-after"))).isBetween(1, 300);
      assertThat(caller.from("192.0.2.2").register(World.newEmail()).status()).isEqualTo(201);
      world.advance(Duration.ofMinutes(5));
      assertThat(caller.register(World.newEmail()).status()).isEqualTo(201);

      String email = World.newEmail();
      for (int i = 0; i < 5; i++) {
        assertThat(caller.from("192.0.2.1" + i).logIn(email).status()).isEqualTo(401);
      }
      assertThat(caller.from("192.0.2.20").logIn(email).status())
          .as("the address is new, the e-mail is not")
          .isEqualTo(429);
      world.advance(Duration.ofMinutes(1));
      assertThat(caller.from("192.0.2.20").logIn(email).status()).isEqualTo(401);
    }
  }

  @Test
  void aRateLimitHoldsHoweverManyTryAtOnce() {
    try (World world = World.of("pathsix")) {
      String email = World.newEmail();
      world.caller().register(email);
      world.caller().verify(world.mailedToken(Purpose.VERIFY_EMAIL, email));
      List<Answer> answers =
          Race.run(Collections.<Callable<Answer>>nCopies(20, () -> world.caller().logIn(email)));
      assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(5);
      assertThat(answers.stream().filter(answer -> answer.status() == 429)).hasSize(15);
    }
  }

  @Test
  void aTakenAddressCannotBeAskedForWithoutEnd() {
    try (World world = World.of("pathsix")) {
      String email = World.newEmail();
      world.caller().register(email);
      Caller prober = world.caller().from("203.0.113.5");
      assertThat(prober.register(email).status()).isEqualTo(409);
      assertThat(prober.register(email).status()).isEqualTo(409);
      assertThat(prober.register(email).status()).isEqualTo(429);
    }
  }

  @Test
  void withoutSelfServeAnInvitationOrTheTesterListOpensTheDoor(@TempDir Path folder)
      throws IOException {
    try (World world = World.of(closed(folder))) {
      Invites invites = world.bean(Invites.class);
      assertThat(world.caller().register(World.newEmail()).error()).isEqualTo("invite_required");
      assertThat(withCode(world, World.newEmail(), "guess").error())
          .isEqualTo("invite_invalid_or_expired_or_revoked");

      invites.create(code("open", Optional.empty(), Optional.empty()));
      assertThat(withCode(world, World.newEmail(), "open").status()).isEqualTo(201);
      assertThat(withCode(world, World.newEmail(), "open").error())
          .as("each works once")
          .isEqualTo("invite_invalid_or_expired_or_revoked");

      String invited = World.newEmail();
      invites.create(code("hers", Optional.of(invited), Optional.empty()));
      assertThat(withCode(world, World.newEmail(), "hers").error())
          .isEqualTo("invite_email_mismatch");
      assertThat(withCode(world, invited, "hers").status()).isEqualTo(201);

      Time time = world.bean(Time.class);
      invites.create(
          code("old", Optional.empty(), Optional.of(time.now().plus(Duration.ofDays(1)))));
      world.advance(Duration.ofDays(1));
      assertThat(withCode(world, World.newEmail(), "old").error())
          .isEqualTo("invite_invalid_or_expired_or_revoked");

      Answer tester = world.caller().register("tester@example.com");
      assertThat(tester.status()).isEqualTo(201);
      assertThat(world.caller().get("/api/v1/config/public").body().get("self_serve_enabled"))
          .isEqualTo(false);
      assertThat(
              world
                  .caller()
                  .bearing(tester.accessToken())
                  .get("/api/v1/config/public")
                  .body()
                  .get("self_serve_enabled"))
          .isEqualTo(true);
      assertThat(world.caller().get("/api/v1/config/public").text()).doesNotContain("tester@");
    }
  }

  @Test
  void oneInvitationShownTwentyTimesAtOnceOpensTheDoorOnce(@TempDir Path folder)
      throws IOException {
    try (World world = World.of(closed(folder))) {
      world.bean(Invites.class).create(code("race", Optional.empty(), Optional.empty()));
      List<Answer> answers =
          Race.run(
              Collections.<Callable<Answer>>nCopies(
                  20, () -> withCode(world, World.newEmail(), "race")));
      assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
      assertThat(answers.stream().filter(answer -> answer.status() == 400)).hasSize(19);
    }
  }

  @Test
  void anAccountsInvitationJoinsItWithTheRoleItGives() {
    try (World world = World.of("tollgate")) {
      String owner = World.newEmail();
      Answer host = world.caller().register(owner);
      String invited = World.newEmail();
      Time time = world.bean(Time.class);
      world
          .bean(Invites.class)
          .create(
              new AccountInvite(
                  Fingerprint.of("join-us"),
                  world.user(owner).tenant(),
                  new EmailAddress(invited),
                  Role.MEMBER,
                  time.now().plus(Duration.ofDays(7)),
                  InviteCode.State.OPEN));
      Map<String, String> wrong =
          Map.of(
              "email", World.newEmail(),
              "password", "correct horse battery",
              "account_invite_code", "join-us");
      assertThat(world.caller().post("/api/v1/auth/register", wrong).error())
          .isEqualTo("invite_email_mismatch");
      Map<String, String> right =
          Map.of(
              "email", invited,
              "password", "correct horse battery",
              "account_invite_code", "join-us");
      Answer joined = world.caller().post("/api/v1/auth/register", right);
      assertThat(joined.status()).as(joined.text()).isEqualTo(201);
      assertThat(joined.body().get("email_verification_required")).isEqualTo(false);
      assertThat(joined.body().get("account")).isEqualTo(host.body().get("account"));
      assertThat(world.user(invited).role()).isEqualTo(Role.MEMBER);
      assertThat(world.count("ACCOUNT")).isEqualTo(1);
    }
  }

  @Test
  void aSuspendedTenantLearnsWhyAndCanDoNothingElse() {
    try (World world = World.of("tollgate")) {
      String email = World.newEmail();
      Answer session = world.caller().register(email);
      world.suspend(email, "Too many complaints");
      Caller caller = world.caller().bearing(session.accessToken());
      assertThat(caller.get("/api/v1/auth/sessions").error()).isEqualTo("tenant_suspended");
      assertThat(caller.get("/api/v1/auth/sessions").text("reason"))
          .isEqualTo("Too many complaints");
      assertThat(caller.put("/api/v1/auth/me", Map.of("full_name", "x")).status()).isEqualTo(403);
      assertThat(world.caller().refresh(session.refreshToken()).error())
          .isEqualTo("tenant_suspended");
      assertThat(caller.get("/api/v1/auth/me").status()).isEqualTo(200);
      assertThat(world.caller().logIn(email).status()).isEqualTo(200);
      assertThat(caller.post("/api/v1/auth/logout", "").status()).isEqualTo(204);
    }
  }

  @Test
  void anIdempotencyKeyGivesTheFirstAnswerAgain() {
    try (World world = World.of("tollgate")) {
      String email = World.newEmail();
      Caller caller = world.caller().with("idempotency-key", "\"8e03978e-40d5\"");
      Answer first = caller.register(email);
      Answer again = caller.register(email);
      assertThat(again.status()).isEqualTo(201);
      assertThat(again.text()).isEqualTo(first.text());
      assertThat(caller.register(World.newEmail()).error()).isEqualTo("idempotency_key_reused");
      assertThat(caller.register(World.newEmail()).status()).isEqualTo(422);
      world.advance(Duration.ofHours(25));
      assertThat(caller.register(email).error()).as("a day later").isEqualTo("email_taken");
      assertThat(world.items().toString())
          .as("the answer is kept sealed")
          .doesNotContain(first.refreshToken(), first.accessToken());
    }
  }

  @Test
  void aKeyedSignUpIsWorthNothingOnceItsPasswordHasChanged() {
    try (World world = World.of("tollgate")) {
      String email = World.newEmail();
      Caller caller = world.caller().with("idempotency-key", "resume");
      world.faults.follow(Script.at(3, Fault.CRASH_BEFORE)); // the answer was never kept
      assertThatThrownBy(() -> caller.register(email)).isInstanceOf(Crash.class);
      world.faults.follow(Script.calm());
      Map<String, String> reset =
          Map.of(
              "token",
              world.mailedToken(Purpose.RESET_PASSWORD, email),
              "password",
              "another fine password");
      assertThat(world.caller().post("/api/v1/auth/reset-password", reset).status()).isEqualTo(204);
      world.advance(Duration.ofMinutes(1));
      assertThat(caller.register(email).error()).isEqualTo("email_taken");
    }
  }

  @Test
  void sessionsAreListedAndRevokedByTheirOwnPersonAlone() {
    try (World world = World.of("tollgate")) {
      String email = World.newEmail();
      Answer first = world.caller().register(email);
      Answer second = world.caller().logIn(email);
      Caller me = world.caller().bearing(second.accessToken());
      List<?> items = (List<?>) me.get("/api/v1/auth/sessions").body().get("items");
      assertThat(items).hasSize(2);
      assertThat(((Map<?, ?>) items.getFirst()).get("current")).isEqualTo(true);
      String other = (String) ((Map<?, ?>) items.getLast()).get("id");

      Answer stranger = world.caller().register(World.newEmail());
      Caller intruder = world.caller().bearing(stranger.accessToken());
      Answer foreign = intruder.delete("/api/v1/auth/sessions/" + other);
      Answer unknown = intruder.delete("/api/v1/auth/sessions/ses_00000000000000000000000000");
      assertThat(foreign.status()).isEqualTo(404);
      assertThat(foreign.text()).isEqualTo(unknown.text());
      assertThat(intruder.delete("/api/v1/auth/sessions/%00").status()).isEqualTo(404);

      assertThat(me.delete("/api/v1/auth/sessions/" + other).status()).isEqualTo(204);
      assertThat(world.caller().refresh(first.refreshToken()).status()).isEqualTo(401);
      assertThat(me.delete("/api/v1/auth/sessions/" + other).status()).isEqualTo(404);
    }
  }

  private static Answer withCode(World world, String email, String code) {
    return world
        .caller()
        .post(
            "/api/v1/auth/register",
            Map.of("email", email, "password", "correct horse battery", "invite_code", code));
  }

  private static InviteCode code(
      String code, Optional<String> email, Optional<java.time.Instant> expiresAt) {
    return new InviteCode(
        Fingerprint.of(code),
        email.map(EmailAddress::new),
        Optional.empty(),
        Optional.empty(),
        expiresAt,
        InviteCode.State.OPEN);
  }

  /** The default edition with self-serve off and one tester. */
  private static String closed(Path folder) throws IOException {
    try (InputStream in = PolicyTest.class.getResourceAsStream("/editions/tollgate.yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Path file = folder.resolve("closed.yaml");
      Files.writeString(
          file,
          text.replace("self_serve: true", "self_serve: false")
              .replace("testers: []", "testers: [tester@example.com]"));
      return file.toString();
    }
  }
}
