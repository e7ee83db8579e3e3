package dev.tollgate.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.account.Caller.Answer;
import dev.tollgate.core.accounts.Erasure;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.erasure.RequestingErasure;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.Duty;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An owner asks for the account to be erased. */
class ErasureTest {
  private final World world = new World();

  @AfterEach
  void stop() {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "Fleet", " Fleet "})
  void thirtyDaysLaterItIsErasedAndTheOwnerIsTold(String confirm) {
    Answer answer = erase(People.PASSWORD, confirm);
    assertThat(answer.status()).isEqualTo(202);
    Instant at = Instant.parse(String.valueOf(answer.field("erases_at")));
    assertThat(at).isAfterOrEqualTo(world.now.plus(RequestingErasure.DELAY));
    assertThat(world.exit.told)
        .containsExactly(new Announcement.ErasureScheduled(People.id(Role.OWNER), at));
    assertThat(world.exit.audited)
        .extracting(AuditEntry::action)
        .containsExactly(AuditAction.ERASURE_REQUESTED);
    assertThat(world.exit.due)
        .extracting(DueAction::duty, DueAction::at)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                Duty.ERASURE_CANCELLATION, at.minus(RequestingErasure.DELAY)),
            org.assertj.core.api.Assertions.tuple(Duty.ERASURE, at));
  }

  @Test
  void everybodyIsLoggedOutAtOnce() {
    erase(People.PASSWORD, "DELETE");
    assertThat(world.owner().get("/api/v1/auth/me").outcome()).isEqualTo("401 unauthenticated");
    assertThat(world.as(Role.MEMBER).get("/api/v1/auth/me").status()).isEqualTo(401);
  }

  @Test
  void whoLogsInMeanwhileSeesWhenItWillBe() {
    Instant at = Instant.parse("2998-01-01T00:00:00Z");
    world.people.account =
        world.people.account.with(new Erasure.Scheduled(People.LONG_AGO, at, Optional.empty()));
    assertThat(world.as(Role.MEMBER).get("/api/v1/auth/me").field("account/erases_at"))
        .isEqualTo(at.toString());
    assertThat(erase(People.PASSWORD, "DELETE").field("erases_at")).isEqualTo(at.toString());
    assertThat(world.exit.told).as("once").isEmpty();
  }

  @Test
  void nobodyGetsInOnceItsTimeHasCome() {
    world.people.account =
        world.people.account.with(
            new Erasure.Scheduled(People.LONG_AGO, People.LONG_AGO, Optional.empty()));
    assertThat(world.owner().get("/api/v1/auth/me").status()).isEqualTo(401);
    world.people.account = world.people.account.with(new Erasure.Running(People.LONG_AGO));
    assertThat(world.owner().get("/api/v1/auth/me").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "delete", "fleet", "Flee"})
  void whoDoesNotSaySoDoesNotMeanItAndNothingIsCounted(String confirm) {
    assertThat(erase(People.PASSWORD, confirm).outcome()).isEqualTo("422 validation_failed");
    assertThat(world.exit.attempts).isZero();
    assertThat(world.exit.told).isEmpty();
  }

  @Test
  void aWrongPasswordIsRefusedAndCountsAsAGuess() {
    assertThat(erase("wrong", "DELETE").outcome()).isEqualTo("401 invalid_credentials");
    assertThat(world.exit.attempts).isEqualTo(1);
    world.exit.most = 1;
    assertThat(erase(People.PASSWORD, "DELETE").outcome()).isEqualTo("429 rate_limited");
    assertThat(world.exit.told).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"OWNER"},
      mode = EnumSource.Mode.EXCLUDE)
  void nobodyElseMayAndThePlatformsOwnStays(Role role) {
    assertThat(
            world.as(role).send("DELETE", World.ACCOUNT, body(People.PASSWORD, "DELETE")).outcome())
        .isEqualTo("403 forbidden");
    assertThat(world.exit.told).isEmpty();
  }

  @Test
  void ofTwoRequestsAtOnceOneSchedulesAndBothAnswerTheSame() {
    Instant at = Instant.parse("2998-01-01T00:00:00Z");
    world.exit.meanwhile =
        () ->
            world.people.account =
                world.people.account.with(
                    new Erasure.Scheduled(People.LONG_AGO, at, Optional.empty()));
    assertThat(erase(People.PASSWORD, "DELETE").field("erases_at")).isEqualTo(at.toString());
    assertThat(world.exit.told).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"password\":7,\"confirm\":[]}", "{\"confirm\":\"DELETE\"}"})
  void whatIsMissingIsNamed(String body) {
    assertThat(world.owner().send("DELETE", World.ACCOUNT, body).outcome())
        .isEqualTo("422 validation_failed");
  }

  private Answer erase(String password, String confirm) {
    return world.owner().send("DELETE", World.ACCOUNT, body(password, confirm));
  }

  private static String body(String password, String confirm) {
    return "{\"password\":\"" + password + "\",\"confirm\":\"" + confirm + "\"}";
  }
}
