package dev.tollgate.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReservingTest {
  private static final Duration TTL = Duration.ofSeconds(90);

  private final Desk desk = new Desk();

  ReservingTest() throws IOException {}

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aReservationNamesItselfAndItsAmounts() {
    desk.server.reserves();
    Map<String, Long> amounts = new TreeMap<>(Map.of("emails", 3L, "domains", 1L));
    Reservation reservation = (Reservation) desk.tollgate.reserve(amounts, TTL);

    assertThat(reservation.id()).matches("res_01kqhfp680[0-9a-hjkmnp-tv-z]{16}");
    assertThat(reservation.amounts()).isEqualTo(amounts);
    assertThat(reservation.expiresAt()).isEqualTo(Instant.parse("2026-05-01T10:05:00Z"));
    ScriptedTollgate.Call call = desk.server.calls().getFirst();
    assertThat(call.headers().getFirst("X-API-Key")).isEqualTo(Desk.KEY);
    assertThat(call.headers().getFirst("Content-Type")).isEqualTo("application/json");
    assertThat(call.reservation()).isEqualTo(reservation.id());
    assertThat(call)
        .hasToString(
            "POST /api/v1/quota/reservations {\"id\":\"ID\",\"items\":["
                + "{\"meter\":\"domains\",\"amount\":1},{\"meter\":\"emails\",\"amount\":3}],"
                + "\"ttl_seconds\":90}");
  }

  @Test
  void everyReservationHasAnIdOfItsOwn() {
    assertThat(desk.reservation().id()).isNotEqualTo(desk.reservation().id());
  }

  @Test
  void aRefusalNamesEveryLimitInTheWay() {
    desk.server.refuses();
    assertThat(desk.tollgate.reserve("emails", 1, TTL))
        .isEqualTo(
            new Refused(
                List.of(new Exceeded("emails", 100, 100), new Exceeded("domains", 4, 5)),
                "The plan Pro has 100 e-mails a month.",
                Optional.of("https://example.com/up")));
    assertThat(desk.pauses).isEmpty();
  }

  @Test
  void aRefusalThatNamesOneLimitIsARefusal() {
    desk.server.answers(
        403,
        "application/problem+json",
        "{'error':'quota_exceeded','quota_type':'emails','current':9,'limit':9}");
    assertThat(desk.tollgate.reserve("emails", 1, TTL))
        .isEqualTo(new Refused(List.of(new Exceeded("emails", 9, 9)), "", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "402,subscription_inactive",
    "402,no_subscription",
    "403,tenant_suspended",
    "403,email_not_verified",
  })
  void aTenantThatMayNotWorkIsBlocked(int status, String error) {
    desk.server.problem(status, error);
    assertThat(desk.tollgate.reserve("emails", 1, TTL))
        .isEqualTo(new Blocked(error, status, "In words.", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "401,unauthenticated",
    "403,forbidden",
    "404,not_found",
    "409,something_new",
    "422,validation_failed",
  })
  void whatIsAboutTheKeyOrTheQuestionIsAnException(int status, String error) {
    desk.server.problem(status, error);
    assertThatThrownBy(() -> desk.tollgate.reserve("emails", 1, TTL))
        .isInstanceOfSatisfying(
            TollgateRefused.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(status);
              assertThat(refused.error()).isEqualTo(error);
              assertThat(refused).hasMessageContaining("In words.");
            });
    assertThat(desk.asked()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'res_of_another','state':'reserved','expires_at':'2026-05-01T10:05:00Z'}",
        "{'id':'ID','state':'expired','expires_at':'2026-05-01T10:05:00Z'}",
        "{'id':'ID','state':'reserved','expires_at':'tomorrow'}",
        "{'id':'ID','state':'reserved'}",
        "{'id':'ID'}",
      })
  void whatIsNotAboutThisReservationHoldsNothing(String body) {
    desk.server.ok(body);
    assertThatThrownBy(() -> desk.tollgate.reserve("emails", 1, TTL))
        .isInstanceOf(TollgateUnavailable.class)
        .hasMessageContaining("req_1");
  }

  @Test
  void whatNeedNotBeSentIsNot() {
    Tollgate tollgate = desk.tollgate;
    assertThatIllegalArgumentException().isThrownBy(() -> tollgate.reserve("emails", 0, TTL));
    assertThatIllegalArgumentException().isThrownBy(() -> tollgate.reserve("../me", 1, TTL));
    assertThatIllegalArgumentException().isThrownBy(() -> tollgate.reserve(Map.of(), TTL));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tollgate.reserve("emails", 1, Duration.ofMillis(999)));
    assertThatIllegalArgumentException().isThrownBy(() -> tollgate.check("emails", -1));
    assertThatIllegalArgumentException().isThrownBy(() -> tollgate.usage("a/b"));
    assertThat(desk.asked()).isEmpty();
  }
}
