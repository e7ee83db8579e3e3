package dev.tollgate.core.killswitch;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Message;
import java.time.Instant;
import java.util.List;

/** Keeps the messages of suspended tenants until they are restored. */
public interface HeldWork {

  /**
   * Keeps the message where its tenant is suspended, which is made sure of in the same transaction:
   * whoever restores the tenant finds it. One read for everybody else.
   *
   * @return false where the tenant is not suspended, or not there: go on with the message
   */
  boolean hold(Message message);

  /** The oldest, up to that many. */
  Held held(TenantId tenant, int most);

  /**
   * Sends the message on its way again, in one transaction; nothing where somebody else did.
   *
   * @return false where its first sending is not over, which a second one could get lost in: try
   *     again later
   */
  boolean release(Message message, Instant now);

  /** Leaves what is left to a later message. */
  void goOn(Message later);

  /**
   * @param more whether there may be others behind them
   */
  record Held(List<Message> messages, boolean more) {
    public Held {
      messages = List.copyOf(messages);
    }
  }
}
