package dev.tollgate.lambda.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.killswitch.HeldWork;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.lambda.logging.Log;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What a consumer hears about a message of a tenant that may be suspended. */
class HoldingWorkTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

  private final Ids ids = new Ids(new Random(1));
  private final Message message =
      Message.of(new Announcement.WorkResumed(), ids.tenant(NOW), NOW, ids);

  @Test
  void whatWaitsIsDoneForNow() {
    assertThat(holding(_ -> true).hold(message)).contains(new Verdict.Done());
  }

  @Test
  void everythingElseGoesOn() {
    assertThat(holding(_ -> false).hold(message)).isEmpty();
  }

  @Test
  void whatIsNotKnownIsNoLeaveToGoOn() {
    HoldingWork holding =
        holding(
            _ -> {
              throw new Unavailable("down");
            });
    assertThatThrownBy(() -> holding.hold(message)).isInstanceOf(Unavailable.class);
  }

  private static HoldingWork holding(Predicate<Message> suspended) {
    return new HoldingWork(
        new Held(suspended),
        new Log(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            "test"));
  }

  private record Held(Predicate<Message> suspended) implements HeldWork {
    @Override
    public boolean hold(Message message) {
      return suspended.test(message);
    }

    @Override
    public HeldWork.Held held(TenantId tenant, int most) {
      throw new UnsupportedOperationException("nobody resumes here");
    }

    @Override
    public boolean release(Message message, Instant now) {
      throw new UnsupportedOperationException("nobody resumes here");
    }

    @Override
    public void goOn(Message later) {
      throw new UnsupportedOperationException("nobody resumes here");
    }
  }
}
