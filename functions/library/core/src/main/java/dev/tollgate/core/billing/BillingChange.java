package dev.tollgate.core.billing;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.ledger.LedgerEntry;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.DueActions;
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
 * @param basis an enrollment that must still be as it was read, where none is written
 * @param most levels that may not be passed when it is written, by gauge
 * @param facts messages that must go out once for their key, whoever finds out
 * @param due what must happen later because of it
 * @param finished the due action that it is the effect of
 */
public record BillingChange(
    TenantId tenant,
    Optional<Enrollment> enrollment,
    Optional<Enrollment> basis,
    List<Fact> facts,
    List<LedgerEntry> movements,
    List<AuditEntry> audit,
    List<Outcome> events,
    Map<Meter, Long> most,
    List<DueAction> due,
    Optional<DueActions.Claim> finished,
    Instant at) {
  public BillingChange {
    if (enrollment.isPresent() && basis.isPresent()) {
      throw new IllegalArgumentException("an enrollment that is written is its own basis");
    }
    most = Map.copyOf(most);
    facts = List.copyOf(facts);
    movements = List.copyOf(movements);
    audit = List.copyOf(audit);
    events = List.copyOf(events);
    due = List.copyOf(due);
  }

  /** A change that no level stands in the way of, and that nothing follows from. */
  public BillingChange(
      TenantId tenant,
      Optional<Enrollment> enrollment,
      List<Fact> facts,
      List<LedgerEntry> movements,
      List<AuditEntry> audit,
      List<Outcome> events,
      Instant at) {
    this(
        tenant,
        enrollment,
        Optional.empty(),
        facts,
        movements,
        audit,
        events,
        Map.of(),
        List.of(),
        Optional.empty(),
        at);
  }

  /** A line of the audit trail and nothing else. */
  public static BillingChange noted(AuditEntry entry) {
    return of(entry.tenant(), Optional.empty(), entry.at()).with(List.of(entry));
  }

  /** Nothing yet, whatever the enrollment is by then. */
  public static BillingChange nothing(TenantId tenant, Instant at) {
    return of(tenant, Optional.empty(), at);
  }

  public static BillingChange of(Enrollment changed, Instant at) {
    return of(changed.tenant(), Optional.of(changed), at);
  }

  /** Nothing yet, and refused where the enrollment is not what it was. */
  public static BillingChange basedOn(Enrollment seen, Instant at) {
    return new BillingChange(
        seen.tenant(),
        Optional.empty(),
        Optional.of(seen),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        Optional.empty(),
        at);
  }

  private static BillingChange of(TenantId tenant, Optional<Enrollment> changed, Instant at) {
    return new BillingChange(tenant, changed, List.of(), List.of(), List.of(), List.of(), at);
  }

  public BillingChange telling(List<Fact> told) {
    return new BillingChange(
        tenant, enrollment, basis, told, movements, audit, events, most, due, finished, at);
  }

  public BillingChange with(List<AuditEntry> entries) {
    return new BillingChange(
        tenant, enrollment, basis, facts, movements, entries, events, most, due, finished, at);
  }

  /** The same, unless a level is above what it may be by then. */
  public BillingChange within(Map<Meter, Long> levels) {
    return new BillingChange(
        tenant, enrollment, basis, facts, movements, audit, events, levels, due, finished, at);
  }

  public BillingChange scheduling(List<DueAction> actions) {
    return new BillingChange(
        tenant, enrollment, basis, facts, movements, audit, events, most, actions, finished, at);
  }

  /** The same as the end of a due action: refused where the claim has run out. */
  public BillingChange finishing(DueActions.Claim claim) {
    return new BillingChange(
        tenant,
        enrollment,
        basis,
        facts,
        movements,
        audit,
        events,
        most,
        due,
        Optional.of(claim),
        at);
  }

  public boolean isEmpty() {
    return enrollment.isEmpty()
        && facts.isEmpty()
        && movements.isEmpty()
        && audit.isEmpty()
        && events.isEmpty()
        && due.isEmpty()
        && finished.isEmpty();
  }

  /**
   * @param key the same whenever the same thing is found out, such as {@code invoice_paid:in_123}
   */
  public record Fact(String key, Message message) {}

  /** What became of an event, for the platform owner. */
  public record Outcome(ProviderEvent event, StoredEvent.Status status, String effect) {}
}
