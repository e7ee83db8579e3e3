package dev.tollgate.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettlingTest {
  private final Desk desk = new Desk();

  SettlingTest() throws IOException {}

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void allOfItIsCommitted() {
    Reservation reservation = desk.reservation();
    desk.server.commits();
    assertThat(reservation.commit()).isEqualTo(new CommitAnswer.Committed());
    assertThat(desk.asked()).last().isEqualTo("POST /api/v1/quota/reservations/ID/commit {}");
    assertThat(desk.server.calls().getLast().path()).contains(reservation.id());
  }

  @Test
  void lessOfItIsCommitted() {
    Reservation reservation = desk.reservation();
    desk.server.commits();
    assertThat(reservation.commit(Map.of("emails", 2L))).isEqualTo(new CommitAnswer.Committed());
    assertThat(desk.server.calls().getLast().body())
        .contains("\"items\"", "\"meter\":\"emails\"", "\"amount\":2");
  }

  @Test
  void moreThanIsHeldOrAnotherMeterIsNotSent() {
    Reservation reservation = desk.reservation();
    assertThatIllegalArgumentException().isThrownBy(() -> reservation.commit(Map.of("emails", 6L)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reservation.commit(Map.of("emails", -1L)));
    assertThatIllegalArgumentException().isThrownBy(() -> reservation.commit(Map.of("rows", 1L)));
    assertThatIllegalArgumentException().isThrownBy(() -> reservation.commit(Map.of()));
    assertThat(desk.asked()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"409,reservation_expired", "409,reservation_released", "404,not_found"})
  void aCommitThatComesTooLateSaysSo(int status, String error) {
    Reservation reservation = desk.reservation();
    desk.server.problem(status, error);
    assertThat(reservation.commit()).isEqualTo(new CommitAnswer.Lapsed(error, "In words."));
  }

  @ParameterizedTest
  @CsvSource({"401,unauthenticated", "403,tenant_suspended", "409,something_new"})
  void aCommitThatIsRefusedOtherwiseIsAnException(int status, String error) {
    Reservation reservation = desk.reservation();
    desk.server.problem(status, error);
    assertThatThrownBy(reservation::commit).isInstanceOf(TollgateRefused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'id':'res_of_another'}", "[]", "", "<p>Welcome to this hotel</p>"})
  void aCommitThatNobodyUnderstoodIsNotTakenForDone(String body) {
    Reservation reservation = desk.reservation();
    desk.server.ok(body);
    assertThatThrownBy(reservation::commit).isInstanceOf(TollgateUnavailable.class);
  }

  @Test
  void aReleaseMayBeSaidTwiceAndAlsoWhenNobodyRemembers() {
    Reservation reservation = desk.reservation();
    desk.server.releases().releases().problem(404, "not_found");
    reservation.release();
    reservation.release();
    reservation.release();
    assertThat(desk.asked().subList(1, 4)).containsOnly("DELETE /api/v1/quota/reservations/ID");
  }

  @Test
  void aReleaseThatIsRefusedIsAnException() {
    Reservation reservation = desk.reservation();
    desk.server.problem(409, "reservation_committed").ok("{}");
    assertThatThrownBy(reservation::release).isInstanceOf(TollgateRefused.class);
    assertThatThrownBy(reservation::release).isInstanceOf(TollgateUnavailable.class);
  }

  @Test
  void aLostReleaseIsSaidAgain() {
    Reservation reservation = desk.reservation();
    desk.server.cuts().releases();
    assertThatCode(reservation::release).doesNotThrowAnyException();
  }
}
