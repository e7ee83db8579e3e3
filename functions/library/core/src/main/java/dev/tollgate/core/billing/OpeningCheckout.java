package dev.tollgate.core.billing;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.kernel.Violation;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.subscriptions.BillingInterval;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.OpenCheckout;
import dev.tollgate.core.subscriptions.Subscription;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Somebody wants to pay: they get the provider's page for it. A tenant has at most one page open,
 * so two clicks get the same one, and a wish for something else closes the one before.
 */
public final class OpeningCheckout {
  /** The provider refuses a trial that ends sooner. */
  private static final Duration SHORTEST_TRIAL = Duration.ofDays(2);

  /** What lies between our reckoning and the provider's clock. */
  private static final Duration MARGIN = Duration.ofMinutes(10);

  private static final int TRIES = 6;

  private final Edition edition;
  private final PlanCatalogue catalogue;
  private final EnsuringCustomer ensuring;
  private final ProviderCustomers provider;
  private final Checkouts checkouts;
  private final BillingChanges changes;
  private final Links links;
  private final Time time;
  private final Ids ids;

  public OpeningCheckout(
      Edition edition,
      PlanCatalogue catalogue,
      EnsuringCustomer ensuring,
      ProviderCustomers provider,
      Checkouts checkouts,
      BillingChanges changes,
      Links links,
      Time time,
      Ids ids) {
    this.edition = edition;
    this.catalogue = catalogue;
    this.ensuring = ensuring;
    this.provider = provider;
    this.checkouts = checkouts;
    this.changes = changes;
    this.links = links;
    this.time = time;
    this.ids = ids;
  }

  /**
   * @param plan a key of the catalogue
   * @param seats how many to pay for; empty for one
   */
  public record Wish(String plan, OptionalInt seats, BillingInterval interval) {
    Fingerprint fingerprint(Optional<Instant> trialEnd) {
      return Fingerprint.of(
          plan + "\n" + seats.orElse(1) + "\n" + interval + "\n" + trialEnd.orElse(Instant.EPOCH));
    }
  }

  public Outcome open(Member member, Wish wish, Client client) {
    if (!provider.isConfigured()) {
      return new NotConfigured();
    }
    return switch (Sellable.of(catalogue, wish)) {
      case Sellable.No no -> new Invalid(no.violations());
      case Sellable.NotMatched _ -> new NotConfigured();
      case Sellable.Yes yes -> open(member, wish, yes.lines(), client);
    };
  }

  private Outcome open(Member member, Wish wish, List<Checkouts.Line> lines, Client client) {
    TenantId tenant = member.account().id();
    int skipped = 0; // keys that turned out to be another wish's
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<Enrollment> found = ensuring.ensure(tenant);
      if (found.isEmpty()) {
        throw new Unavailable("the tenant is gone");
      }
      Enrollment enrollment = found.get();
      if (enrollment.isSubscribed()) {
        return new AlreadySubscribed();
      }
      if (enrollment.currency().filter(fixed -> !fixed.equals(edition.currency())).isPresent()) {
        return new CurrencyFixed(enrollment.currency().get());
      }
      Instant now = time.now(tenant);
      Optional<Instant> trialEnd = trialEnd(enrollment, now);
      Fingerprint fingerprint = wish.fingerprint(trialEnd);
      Optional<OpenCheckout> before =
          enrollment.checkout().filter(page -> checkouts.isOpen(page.id()));
      if (before.filter(page -> page.wish().sameAs(fingerprint)).isPresent()) {
        return new Opened(before.get().url());
      }
      before.ifPresent(page -> checkouts.close(page.id()));
      int ordinal = enrollment.checkout().map(OpenCheckout::ordinal).orElse(0) + 1 + skipped;
      switch (checkouts.open(order(enrollment, wish, lines, trialEnd), key(tenant, ordinal))) {
        case Checkouts.Outcome.KeyTaken _ -> skipped++;
        case Checkouts.Outcome.Opened opened -> {
          Enrollment changed =
              enrollment.with(new OpenCheckout(opened.id(), opened.url(), fingerprint, ordinal));
          AuditEntry entry =
              AuditEntry.of(
                  AuditAction.CHECKOUT_OPENED, tenant, member.user().id(), client, now, ids);
          if (changes.commit(BillingChange.of(changed, now).with(List.of(entry)))
              == BillingChanges.Commit.WRITTEN) {
            return new Opened(opened.url());
          }
        }
      }
    }
    throw new Unavailable("the enrollment kept moving");
  }

  private Checkouts.Order order(
      Enrollment enrollment, Wish wish, List<Checkouts.Line> lines, Optional<Instant> trialEnd) {
    return new Checkouts.Order(
        enrollment.tenant(),
        enrollment.customer().id().orElseThrow(),
        wish.plan(),
        lines,
        trialEnd,
        links.checkoutDone(),
        links.checkoutCanceled());
  }

  /**
   * What is left of a trial that we gave goes over whole; less than the provider takes is rounded
   * up in the tenant's favour. Whole hours, so that two clicks ask for the same.
   */
  private Optional<Instant> trialEnd(Enrollment enrollment, Instant now) {
    if (!(enrollment.at(now, edition.terms()) instanceof Subscription.Trialing trial)
        || !now.isBefore(trial.endsAt())) {
      return Optional.empty();
    }
    Instant earliest =
        now.plus(SHORTEST_TRIAL)
            .plus(MARGIN)
            .plus(Duration.ofHours(1))
            .truncatedTo(ChronoUnit.HOURS);
    Instant end = trial.endsAt().truncatedTo(ChronoUnit.SECONDS);
    return Optional.of(end.isBefore(earliest) ? earliest : end);
  }

  private static String key(TenantId tenant, int ordinal) {
    return "checkout-" + tenant.value() + "-" + ordinal;
  }

  /** What the client hears. */
  public sealed interface Outcome {}

  public record Opened(URI url) implements Outcome {}

  /** No account with the provider, or the plan stands for none of its prices yet. */
  public record NotConfigured() implements Outcome {}

  public record Invalid(List<Violation> violations) implements Outcome {}

  /** A contract runs already; it is changed, not bought again. */
  public record AlreadySubscribed() implements Outcome {}

  /** The tenant's first contract was in another currency. */
  public record CurrencyFixed(String currency) implements Outcome {}
}
