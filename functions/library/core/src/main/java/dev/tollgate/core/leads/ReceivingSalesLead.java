package dev.tollgate.core.leads;

import dev.tollgate.core.editions.RateLimits;
import dev.tollgate.core.identity.PersonName;
import dev.tollgate.core.identity.PlatformOwners;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.LeadId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.limits.Attempt;
import dev.tollgate.core.limits.TooManyAttempts;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Somebody asks for an offer; every platform owner is told. */
public final class ReceivingSalesLead {
  private static final String ACTION = "sales_lead";

  private final RateLimits rateLimits;
  private final SalesLeads leads;
  private final PlatformOwners owners;
  private final Time time;
  private final Ids ids;

  public ReceivingSalesLead(
      RateLimits rateLimits, SalesLeads leads, PlatformOwners owners, Time time, Ids ids) {
    this.rateLimits = rateLimits;
    this.leads = leads;
    this.owners = owners;
    this.time = time;
    this.ids = ids;
  }

  /** What somebody left. */
  public record Inquiry(
      EmailAddress email,
      PersonName name,
      PersonName company,
      Optional<String> teamSize,
      Optional<String> message,
      LeadSource source) {}

  public Outcome receive(Inquiry inquiry, Client client) {
    Instant now = time.now();
    SalesLead lead =
        new SalesLead(
            ids.lead(now),
            inquiry.email(),
            inquiry.name(),
            inquiry.company(),
            inquiry.teamSize(),
            inquiry.message(),
            inquiry.source(),
            now);
    List<Message> messages =
        owners.all().stream()
            .map(
                owner ->
                    Message.of(
                        new Announcement.SalesLeadReceived(owner.user(), lead.id()),
                        owner.tenant(),
                        now,
                        ids))
            .toList();
    return leads
        .receive(
            lead,
            Attempt.of(ACTION, rateLimits.salesLeads(), client, inquiry.email(), now),
            messages)
        .<Outcome>map(TooMany::new)
        .orElseGet(() -> new Received(lead.id()));
  }

  /** What whoever asked hears. */
  public sealed interface Outcome {}

  public record Received(LeadId id) implements Outcome {}

  public record TooMany(TooManyAttempts refusal) implements Outcome {}
}
