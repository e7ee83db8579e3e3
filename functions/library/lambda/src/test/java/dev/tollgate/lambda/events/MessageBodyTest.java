package dev.tollgate.lambda.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import dev.tollgate.core.messages.Announcement.PasswordChanged;
import dev.tollgate.core.messages.Message;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MessageBodyTest {
  private static final String TAIL = "01aaaaaaaaaaaaaaaaaaaaaaaa";

  @Test
  void readsWhatItWrote() {
    Message message =
        new Message(
            new MessageId("msg_" + TAIL),
            new TenantId("ten_" + TAIL),
            Instant.parse("2026-03-01T10:00:00.123Z"),
            new PasswordChanged(new UserId("usr_" + TAIL)));

    assertThat(MessageBody.read(MessageBody.write(message))).contains(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "7", "{}", "{\"id\":7}", "{\"type\":\"new\"}"})
  void everythingElseIsPoison(String body) {
    assertThat(MessageBody.read(body)).isEmpty();
  }
}
