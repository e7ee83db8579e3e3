package dev.tollgate.admin;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.LeadId;
import dev.tollgate.core.leads.SalesLead;
import dev.tollgate.core.leads.SalesLeads;
import dev.tollgate.core.limits.Attempt;
import dev.tollgate.core.limits.TooManyAttempts;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.messages.Suppressions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who asked for an offer, and which addresses get no mail. */
final class Mailroom implements SalesLeads, Suppressions {
  final List<SalesLead> leads = new ArrayList<>();
  final Map<EmailAddress, Suppression> suppressed = new HashMap<>();

  @Override
  public Optional<TooManyAttempts> receive(
      SalesLead lead, List<Attempt> attempts, List<Message> messages) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<SalesLead> find(LeadId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Page page(int limit, Optional<String> cursor) {
    return new Page(leads.subList(0, Math.min(limit, leads.size())), cursor);
  }

  @Override
  public Optional<Suppression> find(EmailAddress address) {
    return Optional.ofNullable(suppressed.get(address));
  }

  @Override
  public void suppress(EmailAddress address, Suppression suppression, Optional<Message> told) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean lift(EmailAddress address, AuditEntry entry) {
    return suppressed.remove(address) != null;
  }
}
