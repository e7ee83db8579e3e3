package dev.tollgate.metering;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.killswitch.HeldWork;
import dev.tollgate.core.messages.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What waits, in memory. */
final class FakeHeldWork implements HeldWork {
  final Set<TenantId> suspended = new HashSet<>();
  final List<Message> waiting = new ArrayList<>();
  Runnable beforeHold = () -> {};

  @Override
  public boolean hold(Message message) {
    beforeHold.run();
    return suspended.contains(message.tenant()) && waiting.add(message);
  }

  @Override
  public Held held(TenantId tenant, int most) {
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
