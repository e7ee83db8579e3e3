package dev.tollgate.dynamo;

import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.killswitch.HeldWork;
import dev.tollgate.core.messages.Message;
import dev.tollgate.lambda.logging.Log;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps messages beside the account that they wait for. */
final class HeldWorkDynamo implements HeldWork {
  private static final int ACCOUNT = 0;
  private static final int HELD = 0;

  private final Table table;
  private final Log log;

  HeldWorkDynamo(Table table, Log log) {
    this.table = table;
    this.log = log;
  }

  @Override
  public boolean hold(Message message) {
    boolean suspended =
        table
            .get(new AccountItem.AccountKey(message.tenant()))
            .map(AccountItem::read)
            .filter(account -> account.standing() instanceof Standing.Suspended)
            .isPresent();
    return suspended
        && switch (table.write(
            List.of(AccountItem.ifSuspended(message.tenant()), HeldItem.put(message)))) {
          case Commit.Done _ -> true;
          case Commit.Refused refused when refused.at(ACCOUNT) -> false;
          case Commit.Refused refused ->
              throw new IllegalStateException("refused at " + refused.failed().keySet());
        };
  }

  /** Of a kind that a newer deployment knows, or broken: it stays, and the others go on. */
  @Override
  public Held held(TenantId tenant, int most) {
    List<Row> rows =
        table.query(Search.startingWith(Key.tenant(tenant), HeldItem.PREFIX).atMost(most));
    List<Message> messages = new ArrayList<>();
    for (Row row : rows) {
      HeldItem.read(row)
          .ifPresentOrElse(
              messages::add,
              () ->
                  log.warn(
                      "held_item_skipped", Map.of("pk", row.text("pk"), "sk", row.text("sk"))));
    }
    return new Held(messages, rows.size() == most);
  }

  /**
   * While the first sending's item is there, somebody may be about to delete it under its key, and
   * would delete the second one.
   */
  @Override
  public boolean release(Message message, Instant now) {
    return switch (table.write(
        List.of(HeldItem.take(message), OutboxItem.put(message, now).ifAbsent()))) {
      case Commit.Done _ -> true;
      case Commit.Refused refused -> refused.at(HELD);
    };
  }

  @Override
  public void goOn(Message later) {
    table.writeAlways(List.of(OutboxItem.put(later)));
  }
}
