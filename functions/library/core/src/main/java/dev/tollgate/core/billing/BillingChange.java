package dev.tollgate.core.billing;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.ledger.LedgerEntry;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.subscriptions.Enrollment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that one look at the provider changes, all of it or nothing. What was written before
 * (a fact told, a movement booked) is left out by the writer, so that writing it again does
 * nothing.
 *
 * @param enrollment as it shall be, with the version it was read at; empty where it stays
 * @param most levels that may not be passed when it is written, by gauge
 * @param facts messages that must go out once for their key, whoever finds out
 */
public record BillingChange(
    TenantId tenant,
    Optional<Enrollment> enrollment,
    List<Fact> facts,
    List<LedgerEntry> movements,
    List<AuditEntry> audit,
    List<Outcome> events,
    Map<Meter, Long> most,
    Instant at) {
  public BillingChange {
    most = Map.copyOf(most);
    facts = List.copyOf(facts);
    movements = List.copyOf(movements);
    audit = List.copyOf(audit);
    events = List.copyOf(events);
  }

  /** A change that no level stands in the way of. */
  public BillingChange(
      TenantId tenant,
      Optional<Enrollment> enrollment,
      List<Fact> facts,
      List<LedgerEntry> movements,
      List<AuditEntry> audit,
      List<Outcome> events,
      Instant at) {
    this(tenant, enrollment, facts, movements, audit, events, Map.of(), at);
  }

  /** A line of the audit trail and nothing else. */
  public static BillingChange noted(AuditEntry entry) {
    return new BillingChange(
        entry.tenant(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(entry),
        List.of(),
        entry.at());
  }

  public static BillingChange of(Enrollment changed, Instant at) {
    return new BillingChange(
        changed.tenant(), Optional.of(changed), List.of(), List.of(), List.of(), List.of(), at);
  }

  public BillingChange telling(List<Fact> told) {
    return new BillingChange(tenant, enrollment, told, movements, audit, events, most, at);
  }

  public BillingChange with(List<AuditEntry> entries) {
    return new BillingChange(tenant, enrollment, facts, movements, entries, events, most, at);
  }

  /** The same, unless a level is above what it may be by then. */
  public BillingChange within(Map<Meter, Long> levels) {
    return new BillingChange(tenant, enrollment, facts, movements, audit, events, levels, at);
  }

  public boolean isEmpty() {
    return enrollment.isEmpty()
        && facts.isEmpty()
        && movements.isEmpty()
        && audit.isEmpty()
        && events.isEmpty();
  }

  /**
   * @param key the same whenever the same thing is found out, such as {@code invoice_paid:in_123}
   */
  public record Fact(String key, Message message) {}

  /** What became of an event, for the platform owner. */
  public record Outcome(ProviderEvent event, StoredEvent.Status status, String effect) {}
}
