package dev.tollgate.lambda.events;

import dev.tollgate.core.killswitch.HeldWork;
import dev.tollgate.core.messages.Message;
import dev.tollgate.lambda.logging.Log;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/**
 * Lets a suspended tenant's work wait. A consumer asks it before it does anything for the tenant;
 * when the tenant is restored, the message comes again.
 */
@Singleton
public final class HoldingWork {
  private final HeldWork work;
  private final Log log;

  HoldingWork(HeldWork work, Log log) {
    this.work = work;
    this.log = log;
  }

  /**
   * The verdict on a message that waits from now on; empty where its consumer goes on with it.
   *
   * @throws dev.tollgate.core.kernel.Unavailable where it is unknown which
   */
  public Optional<Verdict> hold(Message message) {
    if (!work.hold(message)) {
      return Optional.empty();
    }
    log.info(
        "work_held", Map.of("message", message.id().value(), "tenant", message.tenant().value()));
    return Optional.of(new Verdict.Done());
  }
}
