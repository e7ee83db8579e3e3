package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.EndpointId;
import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.outgoing.Delivery;
import dev.tollgate.core.outgoing.Delivery.Pending;
import dev.tollgate.core.outgoing.WebhookDeliveries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps the letters of outgoing webhooks, those of an endpoint in one partition. */
final class WebhookDeliveriesDynamo implements WebhookDeliveries {
  private final Table table;

  WebhookDeliveriesDynamo(Table table) {
    this.table = table;
  }

  /** One transaction, and one each only where some were there already. */
  @Override
  public List<Pending> create(List<Pending> wanted) {
    if (wanted.isEmpty() || areWritten(wanted)) {
      return List.copyOf(wanted);
    }
    return wanted.stream().filter(each -> areWritten(List.of(each))).toList();
  }

  private boolean areWritten(List<Pending> first) {
    return table.write(first.stream().map(each -> WebhookItem.put(each).ifAbsent()).toList())
        instanceof Commit.Done;
  }

  @Override
  public boolean replace(Delivery changed) {
    return table.write(List.of(WebhookItem.put(changed).ifVersionIs(changed.version() - 1)))
        instanceof Commit.Done;
  }

  @Override
  public List<Pending> due(Instant before, int limit) {
    List<String> shards = WebhookItem.SHARDS.all();
    int share = Math.max(1, limit / shards.size()); // so that no shard starves the others
    List<Pending> due = new ArrayList<>();
    for (String shard : shards) {
      for (Row row : table.due(shard, before, share)) {
        if (WebhookItem.read(row) instanceof Pending pending) {
          due.add(pending);
        }
      }
    }
    due.sort(Comparator.comparing(Pending::nextTry));
    return due;
  }

  @Override
  public Optional<Delivery> find(EndpointId endpoint, MessageId message, Instant now) {
    return table
        .get(WebhookItem.WebhookKey.of(endpoint, message))
        .map(WebhookItem::read)
        .filter(delivery -> WebhookItem.isKept(delivery, now));
  }

  @Override
  public Page list(EndpointId endpoint, int limit, Optional<String> cursor, Instant now) {
    Optional<String> place = cursor.flatMap(Cursor::read);
    if (cursor.isPresent() && place.isEmpty()) {
      return new Page(List.of(), Optional.empty());
    }
    Search search =
        Search.startingWith(WebhookItem.partition(endpoint), WebhookItem.PREFIX)
            .newestFirst()
            .atMost(limit + 1);
    List<Row> rows =
        table.query(
            place
                .map(last -> search.after(new WebhookItem.WebhookKey(endpoint, last).attributes()))
                .orElse(search));
    List<Row> page = rows.subList(0, Math.min(limit, rows.size()));
    return new Page(
        page.stream()
            .map(WebhookItem::read)
            .filter(delivery -> WebhookItem.isKept(delivery, now))
            .toList(),
        rows.size() > limit ? Optional.of(cursorAfter(page.getLast())) : Optional.empty());
  }

  private static String cursorAfter(Row last) {
    return Cursor.write(last.text("sk").substring(WebhookItem.PREFIX.length()));
  }
}
