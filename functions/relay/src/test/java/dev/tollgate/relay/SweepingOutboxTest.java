package dev.tollgate.relay;

import static dev.tollgate.relay.RelayFixture.unavailable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.messages.Message;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SweepingOutboxTest {
  private static final Duration OLD = Duration.ofSeconds(61);

  private final RelayFixture fixture = new RelayFixture();

  @Test
  void sendsWhatTheStreamMissedAndNothingYounger() {
    Message missed = fixture.written(OLD);
    Message fresh = fixture.written(Duration.ofSeconds(60));

    fixture.sweep().run();

    assertThat(fixture.sent).containsExactly(missed);
    assertThat(fixture.waiting).containsOnlyKeys(fresh.id());
    assertThat(fixture.logged()).contains("outbox_swept", "\"overdue\":1", "\"sent\":1");
  }

  @Test
  void whatATenantInATimeOfItsOwnWroteIsOverdueByItsTime() {
    fixture.ahead = Duration.ofDays(365);
    Message missed = fixture.written(OLD.minus(fixture.ahead));
    Message fresh = fixture.written(Duration.ofSeconds(60).minus(fixture.ahead));

    fixture.sweep().run();

    assertThat(fixture.sent).containsExactly(missed);
    assertThat(fixture.waiting).containsOnlyKeys(fresh.id());
  }

  @Test
  void saysNothingWhereNothingWaits() {
    fixture.sweep().run();

    assertThat(fixture.logged()).isEmpty();
  }

  @Test
  void takesSoManyAtOnceAndTheRestNextTime() {
    for (int i = 0; i < SweepingOutbox.MOST + 5; i++) {
      fixture.written(OLD);
    }

    fixture.sweep().run();
    assertThat(fixture.waiting).hasSize(5);

    fixture.sweep().run();
    assertThat(fixture.waiting).isEmpty();
    assertThat(fixture.sent).doesNotHaveDuplicates().hasSize(SweepingOutbox.MOST + 5);
  }

  @Test
  void oneRefusedMessageStopsNobody() {
    Message refused = fixture.written(OLD);
    for (int i = 0; i < 25; i++) {
      fixture.written(OLD);
    }
    fixture.refusing = refused::equals;

    fixture.sweep().run();

    assertThat(fixture.sent).hasSize(25);
    assertThat(fixture.waiting).containsOnlyKeys(refused.id());
  }

  @Test
  void aQueueThatTakesNothingIsAskedOnce() {
    for (int i = 0; i < 25; i++) {
      fixture.written(OLD);
    }
    fixture.beforeSend = unavailable();

    fixture.sweep().run();
    assertThat(fixture.sends).isEqualTo(1);

    fixture.beforeSend = () -> {};
    fixture.sweep().run();
    assertThat(fixture.waiting).isEmpty();
  }

  @Test
  void whatWasSentButNotForgottenIsSentOnceMore() {
    Message message = fixture.written(OLD);
    fixture.beforeForget = unavailable();
    fixture.sweep().run();
    fixture.beforeForget = () -> {};

    fixture.sweep().run();
    fixture.sweep().run();

    assertThat(fixture.sent).containsExactly(message, message);
  }
}
