package dev.tollgate.core.billing;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.Enrollment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes what we know of a tenant's contract what the payment provider knows, and tells what that
 * brought to light. The one way by which a contract gets into the table: events, the nightly
 * comparison and our own changes all come through here.
 */
public final class RefreshingEnrollment {
  private static final Client PROVIDER = new Client("payment provider", "");
  private static final int TRIES = 8;

  private final ProviderCustomers customers;
  private final Contracts contracts;
  private final Members members;
  private final BillingChanges changes;
  private final Telling telling;
  private final Time time;
  private final Ids ids;

  public RefreshingEnrollment(
      ProviderCustomers customers,
      Contracts contracts,
      Members members,
      BillingChanges changes,
      Telling telling,
      Time time,
      Ids ids) {
    this.customers = customers;
    this.contracts = contracts;
    this.members = members;
    this.changes = changes;
    this.telling = telling;
    this.time = time;
    this.ids = ids;
  }

  /** The same where nothing in particular happened; empty where the tenant is gone. */
  public Optional<Refreshed> refresh(TenantId tenant, String customer) {
    return refresh(customer, Optional.of(tenant), List.of(), List.of());
  }

  /**
   * Asks the provider, then writes in one transaction. Empty where the customer is nobody's.
   *
   * @param known the tenant whose customer it is, where we know; else the provider is asked
   * @throws Unavailable where the provider or the table did not answer
   */
  public Optional<Refreshed> refresh(
      String customer,
      Optional<TenantId> known,
      List<Happening> happened,
      List<ProviderEvent> events) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      // Read before the provider is asked: what is written then is never older than the version.
      Optional<Tenancy> before = known.flatMap(members::findTenancy);
      ProviderState state = customers.stateOf(customer, contractsToAskFor(before, events));
      if (before.isEmpty()) {
        before = state.tenant().flatMap(members::findTenancy);
      }
      if (before.isEmpty() || isForeign(before.get().enrollment(), customer)) {
        return Optional.empty();
      }
      state.surplus().forEach(contract -> contracts.undo(contract.id(), "undo-" + contract.id()));
      Refreshed refreshed = decide(before.get(), state, happened, events);
      if (changes.commit(refreshed.change()) == BillingChanges.Commit.WRITTEN) {
        return Optional.of(refreshed);
      }
    }
    throw new Unavailable("the enrollment kept moving");
  }

  /** A deleted customer lists none of its contracts; those that somebody named are still there. */
  private static Set<String> contractsToAskFor(
      Optional<Tenancy> tenancy, List<ProviderEvent> events) {
    Set<String> ids =
        events.stream()
            .filter(ProviderEvent::isOfContract)
            .map(ProviderEvent::subject)
            .collect(Collectors.toCollection(TreeSet::new));
    tenancy.flatMap(known -> known.enrollment().contract()).map(Contract::id).ifPresent(ids::add);
    return ids;
  }

  /** A tenant has one customer; another one that carries its id was made by hand. */
  private static boolean isForeign(Enrollment enrollment, String customer) {
    return enrollment.customer().id().filter(own -> !own.equals(customer)).isPresent();
  }

  private Refreshed decide(
      Tenancy before, ProviderState state, List<Happening> happened, List<ProviderEvent> events) {
    Enrollment old = before.enrollment();
    Instant now = time.now(old.tenant());
    Enrollment next = Settlement.of(old, state, now);
    boolean moved = !next.sameAs(old);
    String effect = effect(moved ? Settlement.describe(old, next) : "state as known", happened);
    BillingChange settled =
        new BillingChange(
            old.tenant(),
            moved ? Optional.of(next) : Optional.empty(),
            Stream.of(
                    telling.facts(before.account(), state, happened, now),
                    telling.nothingOwed(
                        next, state, fact -> changes.toldAt(old.tenant(), fact).isPresent(), now),
                    telling.planChange(before.account(), old, next, now),
                    telling.news(old, next, now))
                .flatMap(List::stream)
                .toList(),
            telling.movements(old.tenant(), happened),
            moved ? List.of(entry(before, now)) : List.of(),
            events.stream()
                .map(event -> new BillingChange.Outcome(event, StoredEvent.Status.APPLIED, effect))
                .toList(),
            now);
    BillingChange change = moved ? settled.scheduling(telling.due(old, next, now)) : settled;
    return new Refreshed(change, next, moved, effect);
  }

  private static String effect(String state, List<Happening> happened) {
    return Stream.concat(Stream.of(state), Telling.words(happened).stream())
        .collect(Collectors.joining("; "));
  }

  private AuditEntry entry(Tenancy tenancy, Instant now) {
    return AuditEntry.of(
        AuditAction.SUBSCRIPTION_CHANGED,
        tenancy.account().id(),
        tenancy.account().owner(),
        PROVIDER,
        now,
        ids);
  }

  /**
   * @param moved whether the table knew something else before
   */
  public record Refreshed(
      BillingChange change, Enrollment enrollment, boolean moved, String effect) {
    List<BillingChange.Outcome> outcomes() {
      return change.events();
    }

    /** The enrollment as it can be read by now, until it moves again. */
    Enrollment written() {
      return moved ? enrollment.next() : enrollment;
    }
  }
}
