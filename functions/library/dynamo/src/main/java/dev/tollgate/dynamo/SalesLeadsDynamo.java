package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.LeadId;
import dev.tollgate.core.leads.SalesLead;
import dev.tollgate.core.leads.SalesLeads;
import dev.tollgate.core.limits.Attempt;
import dev.tollgate.core.limits.Counter;
import dev.tollgate.core.limits.TooManyAttempts;
import dev.tollgate.core.messages.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps who asked for an offer. */
final class SalesLeadsDynamo implements SalesLeads {
  private final Table table;
  private final Counted counted;

  SalesLeadsDynamo(Table table) {
    this.table = table;
    this.counted = new Counted(table);
  }

  @Override
  public Optional<TooManyAttempts> receive(
      SalesLead lead, List<Attempt> attempts, List<Message> messages) {
    List<Action> effects = new ArrayList<>();
    effects.add(SalesLeadItem.put(lead));
    messages.forEach(message -> effects.add(OutboxItem.put(message)));
    return switch (counted.write(attempts.stream().map(Counter::unknown).toList(), effects)) {
      case Counted.Outcome.Done _ -> Optional.empty();
      case Counted.Outcome.TooMany over -> Optional.of(over.refusal());
      case Counted.Outcome.Refused refused ->
          throw new IllegalStateException("a new lead refused: " + refused.effects().keySet());
    };
  }

  @Override
  public Optional<SalesLead> find(LeadId id) {
    return table.get(new SalesLeadItem.LeadKey(id)).map(SalesLeadItem::read);
  }

  /** A cursor that we did not give leads to an empty page. */
  @Override
  public Page page(int limit, Optional<String> cursor) {
    Optional<LeadId> place = cursor.flatMap(Cursor::read).flatMap(LeadId::parse);
    if (cursor.isPresent() && place.isEmpty()) {
      return new Page(List.of(), Optional.empty());
    }
    Search search =
        Search.startingWith(SalesLeadItem.LeadKey.PARTITION, SalesLeadItem.LeadKey.PREFIX)
            .newestFirst()
            .atMost(limit + 1);
    List<Row> rows =
        table.query(
            place
                .map(last -> search.after(new SalesLeadItem.LeadKey(last).attributes()))
                .orElse(search));
    List<SalesLead> page =
        rows.subList(0, Math.min(limit, rows.size())).stream().map(SalesLeadItem::read).toList();
    return new Page(
        page,
        rows.size() > limit
            ? Optional.of(Cursor.write(page.getLast().id().value()))
            : Optional.empty());
  }
}
