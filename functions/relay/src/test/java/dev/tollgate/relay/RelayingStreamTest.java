package dev.tollgate.relay;

import static dev.tollgate.relay.RelayFixture.inserted;
import static dev.tollgate.relay.RelayFixture.record;
import static dev.tollgate.relay.RelayFixture.unavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.messages.Message;
import dev.tollgate.core.messages.MessageFields;
import dev.tollgate.lambda.events.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RelayingStreamTest {
  private final RelayFixture fixture = new RelayFixture();
  private final Message first = fixture.written(Duration.ZERO);
  private final Message second = fixture.written(Duration.ZERO);

  @Test
  void whatIsWrittenIsSentAndForgotten() {
    assertThat(fixture.stream().consume(List.of(inserted(first), inserted(second))))
        .containsExactly(new Verdict.Done(), new Verdict.Done());

    assertThat(fixture.sent).containsExactly(first, second);
    assertThat(fixture.sends).isEqualTo(1);
    assertThat(fixture.waiting).isEmpty();
  }

  @Test
  void whatTheQueueRefusedComesAgainAndStaysInTheOutbox() {
    fixture.refusing = second::equals;

    assertThat(fixture.stream().consume(List.of(inserted(first), inserted(second))))
        .containsExactly(new Verdict.Done(), new Verdict.Retry("not taken by the queue"));

    assertThat(fixture.waiting).containsOnlyKeys(second.id());
  }

  @Test
  void whatAQueueThatDoesNotAnswerMayHaveTakenComesAgain() {
    fixture.beforeSend = unavailable();

    assertThat(fixture.stream().consume(List.of(inserted(first), inserted(second))))
        .hasOnlyElementsOfType(Verdict.Retry.class);
    assertThat(fixture.waiting).hasSize(2);
    assertThat(fixture.logged()).contains("queue_unavailable");
  }

  @Test
  void aMessageThatCouldNotBeForgottenIsLeftToTheSweep() {
    fixture.beforeForget = unavailable();

    assertThat(fixture.stream().consume(List.of(inserted(first))))
        .containsExactly(new Verdict.Done());
    assertThat(fixture.waiting).containsKey(first.id());
    assertThat(fixture.logged()).contains("outbox_not_cleared");
  }

  @Test
  void aDeathBetweenSendingAndForgettingSendsAgain() {
    fixture.beforeForget =
        () -> {
          throw new Death();
        };
    assertThatThrownBy(() -> fixture.stream().consume(List.of(inserted(first))))
        .isInstanceOf(Death.class);
    fixture.beforeForget = () -> {};

    fixture.stream().consume(List.of(inserted(first)));

    assertThat(fixture.sent).containsExactly(first, first);
    assertThat(fixture.waiting).containsOnlyKeys(second.id());
  }

  @Test
  void poisonIsParkedAndItsNeighboursAreSent() {
    Map<String, String> unknownKind =
        Map.of("id", first.id().value(), "type", "from_a_later_version");

    assertThat(
            fixture.stream()
                .consume(
                    List.of(
                        inserted(first),
                        record("INSERT", "OUTBOX#poison", unknownKind),
                        inserted(second))))
        .containsExactly(
            new Verdict.Done(), new Verdict.Park("no message we know"), new Verdict.Done());
    assertThat(fixture.sent).containsExactly(first, second);
  }

  @Test
  void whatIsNoNewOutboxItemIsNoneOfOurs() {
    Map<String, String> fields = MessageFields.write(first);

    assertThat(
            fixture.stream()
                .consume(
                    List.of(
                        record("REMOVE", "OUTBOX#" + first.id().value(), fields),
                        record("INSERT", "USER#1", fields))))
        .containsExactly(new Verdict.Done(), new Verdict.Done());
    assertThat(fixture.sent).isEmpty();
  }

  /** Kills a call as a time-out of Lambda would. */
  private static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }
}
