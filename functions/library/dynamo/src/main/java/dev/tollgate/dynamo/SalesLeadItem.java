package dev.tollgate.dynamo;

import dev.tollgate.core.identity.PersonName;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.LeadId;
import dev.tollgate.core.leads.LeadSource;
import dev.tollgate.core.leads.SalesLead;

/** Somebody who asked for an offer. All of them stand in one partition, since they are rare. */
final class SalesLeadItem {
  private SalesLeadItem() {}

  record LeadKey(LeadId lead) implements Key {
    static final String PARTITION = "SALESLEADS";

    /** All of them, oldest first. */
    static final String PREFIX = "LEAD#";

    @Override
    public String partition() {
      return PARTITION;
    }

    @Override
    public String sort() {
      return PREFIX + lead.value();
    }
  }

  static Action put(SalesLead lead) {
    return Action.put(
            new Row.Writer(new LeadKey(lead.id()))
                .text("id", lead.id().value())
                .text("email", lead.email().value())
                .text("name", lead.name().value())
                .text("company", lead.company().value())
                .text("team_size", lead.teamSize())
                .text("message", lead.message())
                .text("source", lead.source().wireName())
                .instant("received_at", lead.receivedAt()))
        .ifAbsent();
  }

  static SalesLead read(Row row) {
    return new SalesLead(
        new LeadId(row.text("id")),
        new EmailAddress(row.text("email")),
        new PersonName(row.text("name")),
        new PersonName(row.text("company")),
        row.optionalText("team_size"),
        row.optionalText("message"),
        LeadSource.parse(row.text("source"))
            .orElseThrow(() -> new IllegalStateException("a lead from an unknown page")),
        row.instant("received_at"));
  }
}
