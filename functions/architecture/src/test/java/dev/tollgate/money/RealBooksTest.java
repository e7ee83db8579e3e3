package dev.tollgate.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.billing.ApplyingEvents;
import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.billing.Contracts;
import dev.tollgate.core.billing.Happenings;
import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.billing.ProviderEvents;
import dev.tollgate.core.billing.RefreshingEnrollment;
import dev.tollgate.core.billing.Telling;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.ledger.Ledger;
import dev.tollgate.core.ledger.LedgerEntry;
import dev.tollgate.core.onboarding.Registration;
import dev.tollgate.core.onboarding.Registrations;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Enrollments;
import dev.tollgate.testkit.faults.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The same histories over the real table, shuffled and with copies: it must come to what the books
 * in memory come to, which is what lets {@link ConvergenceTest} be so thorough.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealBooksTest {
  private final Ids ids = new Ids(new Random(11));
  private Stand stand;

  @BeforeAll
  void start() {
    stand = Stand.of("tollgate");
  }

  @AfterAll
  void stop() {
    stand.close();
  }

  @ParameterizedTest
  @EnumSource(History.class)
  void theTableComesToWhatTheBooksComeTo(History history) throws StripeException {
    Seed seed = Seed.next("the table after " + history);
    TenantId tenant = ids.tenant(stand.hand.now());
    Books books = new Books(Enrollment.begun(tenant, history.grant(stand.hand.now())));
    Office office = Office.over(stand, books);
    office.ensuring().ensure(tenant);
    Books before = books.copy();
    plant(before.member());
    history.happen(new History.Scene(stand, office));
    List<ProviderEvent> events = events(before.enrollment().customer().id().orElseThrow());
    Books reference = before.copy();
    Office.over(stand, before.copy()).apply(events); // who looks first undoes what is surplus
    Office.Memory still = new Office.Memory(stand);
    Office remembering = Office.overStill(stand, reference, still);
    events.forEach(event -> remembering.apply(List.of(event)));

    List<ProviderEvent> shuffled = new ArrayList<>(events);
    shuffled.addAll(events);
    Collections.shuffle(shuffled, seed.random());
    shuffled.forEach(event -> applying(still).apply(List.of(event)));

    Enrollment real = stand.bean(Enrollments.class).find(tenant).orElseThrow();
    assertThat(new Books(real).balance().enrollment()).isEqualTo(reference.balance().enrollment());
    assertThat(entries(tenant)).isEqualTo(new HashSet<>(reference.balance().ledger().values()));
    List<String> told = stand.sorts(tenant, "FACT#");
    assertThat(told.stream().filter(sort -> !sort.startsWith("FACT#subscription_changed:")))
        .hasSameSizeAs(reference.facts())
        .allSatisfy(sort -> assertThat(reference.facts()).contains(sort.substring(5)));
    assertThat(stand.sorts(tenant, "OUTBOX#")).as("a message for each").hasSameSizeAs(told);
  }

  private void plant(Member member) {
    stand
        .bean(Registrations.class)
        .save(
            new Registration(
                Tenancy.of(
                        member.account(),
                        Enrollment.begun(member.account().id(), member.enrollment().grant()))
                    .with(member.user()),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                AuditEntry.of(
                    AuditAction.SIGNED_UP,
                    member.account().id(),
                    member.user().id(),
                    Office.browser(),
                    stand.hand.now(),
                    ids),
                Optional.empty()));
    Enrollment begun = stand.bean(Enrollments.class).find(member.account().id()).orElseThrow();
    stand
        .bean(BillingChanges.class)
        .commit(BillingChange.of(begun.with(member.enrollment().customer()), stand.hand.now()));
  }

  private List<ProviderEvent> events(String customer) {
    Happenings happenings = stand.bean(Happenings.class);
    return stand.events(customer).stream()
        .filter(
            event ->
                event.customer().isPresent()
                    || happenings.tell(event).customer().filter(customer::equals).isPresent())
        .toList();
  }

  private ApplyingEvents applying(Office.Memory still) {
    return new ApplyingEvents(
        still,
        stand.bean(Enrollments.class),
        new RefreshingEnrollment(
            still,
            stand.bean(Contracts.class),
            stand.bean(Members.class),
            stand.bean(BillingChanges.class),
            new Telling(stand.edition, ids),
            stand.hand,
            ids),
        stand.bean(ProviderEvents.class),
        stand.hand);
  }

  private Set<LedgerEntry> entries(TenantId tenant) {
    return new HashSet<>(stand.bean(Ledger.class).page(tenant, 100, Optional.empty()).entries());
  }
}
