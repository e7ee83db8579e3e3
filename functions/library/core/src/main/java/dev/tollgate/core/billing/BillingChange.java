package dev.tollgate.core.billing;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.ledger.LedgerEntry;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.subscriptions.Enrollment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that one look at the provider changes, all of it or nothing. What was written before
 * (a fact told, a movement booked) is left out by the writer, so that writing it again does
 * nothing.
 *
 * @param enrollment as it shall be, with the version it was read at; empty where it stays
 * @param facts messages that must go out once for their key, whoever finds out
 */
public record BillingChange(
    TenantId tenant,
    Optional<Enrollment> enrollment,
    List<Fact> facts,
    List<LedgerEntry> movements,
    List<AuditEntry> audit,
    List<Outcome> events,
    Instant at) {
  public BillingChange {
    facts = List.copyOf(facts);
    movements = List.copyOf(movements);
    audit = List.copyOf(audit);
    events = List.copyOf(events);
  }

  public static BillingChange of(Enrollment changed, Instant at) {
    return new BillingChange(
        changed.tenant(), Optional.of(changed), List.of(), List.of(), List.of(), List.of(), at);
  }

  public BillingChange telling(List<Fact> told) {
    return new BillingChange(tenant, enrollment, told, movements, audit, events, at);
  }

  public BillingChange with(List<AuditEntry> entries) {
    return new BillingChange(tenant, enrollment, facts, movements, entries, events, at);
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
