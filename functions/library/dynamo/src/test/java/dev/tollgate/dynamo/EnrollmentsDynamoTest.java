package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.BillingChanges.Commit;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Enrollments;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.testkit.faults.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EnrollmentsDynamoTest {
  private final ATable world = new ATable();
  private final EnrollmentsDynamo enrollments = new EnrollmentsDynamo(world.table);
  private final BillingChangesDynamo changes =
      new BillingChangesDynamo(world.table, new Fences(List.of()));

  @BeforeEach
  void calm() {
    world.faults.follow(Script.calm());
  }

  @AfterAll
  void close() {
    world.close();
  }

  static Stream<Grant> grants() {
    return Stream.of(
        new Grant.Trial("pro", Some.NOW, Some.NOW.plusSeconds(1)),
        new Grant.Given("free", Some.NOW),
        new Grant.Unpaid("pro", Some.NOW),
        new Grant.Complimentary("business", Some.NOW));
  }

  @ParameterizedTest
  @MethodSource("grants")
  void everyGrantIsReadAsItWasWritten(Grant grant) {
    Enrollment begun = begun(Enrollment.begun(Some.tenant(), grant));

    assertThat(enrollments.find(begun.tenant())).contains(begun);
  }

  @ParameterizedTest
  @EnumSource(ContractStatus.class)
  void everyStatusIsReadAsItWasWritten(ContractStatus status) {
    Enrollment begun = begun(Some.trial(Some.tenant()));
    Enrollment changed =
        begun
            .with(begun.customer().known(Some.customer()))
            .with(Some.contract(status))
            .with(Some.checkout());

    changes.commit(BillingChange.of(changed, Some.NOW));

    Enrollment found = enrollments.find(begun.tenant()).orElseThrow();
    assertThat(found.version()).isEqualTo(1);
    assertThat(found.sameAs(changed)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"grant, lifetime", "contract.status, frozen", "contract.interval, weekly"})
  void aWordThatWeDoNotKnowIsNoLeaveToWork(String attribute, String word) {
    Enrollment begun = begun(Some.trial(Some.tenant()));
    changes.commit(BillingChange.of(begun.with(Some.contract(ContractStatus.ACTIVE)), Some.NOW));
    world.table.writeAlways(
        List.of(
            Action.put(
                AccountItem.write(
                    Account.founded(begun.tenant(), "Acme", Some.IDS.user(Some.NOW), Some.NOW)))));
    MembersDynamo members = new MembersDynamo(world.table);
    assertThat(members.findTenancy(begun.tenant())).isPresent();

    world.vandalise(new EnrollmentItem.EnrollmentKey(begun.tenant()), attribute, word);

    assertThatThrownBy(() -> enrollments.find(begun.tenant()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> members.findTenancy(begun.tenant()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aCustomerIsFoundFromTheMomentAnEnrollmentNamesIt() {
    Enrollment first = begun(Some.trial(Some.tenant()));
    Enrollment second = begun(Some.trial(Some.tenant()));
    String one = Some.customer();
    String other = Some.customer();
    assertThat(enrollments.tenantsOf(Set.of(one))).isEmpty();

    changes.commit(BillingChange.of(first.with(first.customer().known(one)), Some.NOW));
    changes.commit(BillingChange.of(second.with(second.customer().known(other)), Some.NOW));

    world.faults.follow(Script.calm());
    assertThat(enrollments.tenantsOf(Set.of(one, other, "cus_nobody", "x".repeat(3000), "")))
        .isEqualTo(Map.of(one, first.tenant(), other, second.tenant()));
    assertThat(world.faults.calls()).containsExactly("BatchGetItem");
    assertThat(enrollments.tenantsOf(Set.of())).isEmpty();
  }

  @Test
  void aDeletedCustomerStaysTheirsAndIsComparedNoMore() {
    Enrollment begun = begun(Some.trial(Some.tenant()));
    String customer = Some.customer();
    changes.commit(BillingChange.of(begun.with(begun.customer().known(customer)), Some.NOW));
    Enrollment known = enrollments.find(begun.tenant()).orElseThrow();

    changes.commit(BillingChange.of(known.with(known.customer().deleted()), Some.NOW));

    assertThat(enrollments.tenantsOf(Set.of(customer))).containsEntry(customer, begun.tenant());
    assertThat(enrollments.uncheckedSince(Some.NOW.plus(Duration.ofDays(9)), 1000))
        .doesNotContain(begun.tenant());
    enrollments.checked(begun.tenant(), Some.NOW);
    assertThat(enrollments.uncheckedSince(Some.NOW.plus(Duration.ofDays(9)), 1000))
        .doesNotContain(begun.tenant());
  }

  @Test
  void oneCustomerIsNeverTwoTenants() {
    Enrollment first = begun(Some.trial(Some.tenant()));
    Enrollment second = begun(Some.trial(Some.tenant()));
    String customer = Some.customer();
    changes.commit(BillingChange.of(first.with(first.customer().known(customer)), Some.NOW));
    BillingChange stolen =
        BillingChange.of(second.with(second.customer().known(customer)), Some.NOW);

    assertThatThrownBy(() -> changes.commit(stolen)).isInstanceOf(IllegalStateException.class);

    assertThat(enrollments.tenantsOf(Set.of(customer))).containsEntry(customer, first.tenant());
    assertThat(enrollments.find(second.tenant())).contains(second);
  }

  @Test
  void aNewCustomerIsComparedBeforeAnybodyElse() {
    Enrollment begun = begun(Some.trial(Some.tenant()));

    changes.commit(BillingChange.of(begun.with(begun.customer().known(Some.customer())), Some.NOW));

    assertThat(enrollments.uncheckedSince(Instant.EPOCH.plusMillis(1), 1000))
        .contains(begun.tenant());
  }

  @Test
  void theLongestUncheckedComesFirstAndWritingAnEnrollmentIsNoCheck() {
    List<TenantId> tenants = new ArrayList<>();
    Instant longAgo = Some.NOW.minus(Duration.ofDays(400));
    for (int day = 0; day < 20; day++) {
      Enrollment begun = begun(Some.trial(Some.tenant()));
      tenants.add(begun.tenant());
      changes.commit(
          BillingChange.of(begun.with(begun.customer().known(Some.customer())), Some.NOW));
      enrollments.checked(begun.tenant(), longAgo.plus(Duration.ofDays(day)));
    }
    assertThat(unchecked(tenants, 20)).isEqualTo(tenants);

    Enrollment oldest = enrollments.find(tenants.getFirst()).orElseThrow();
    changes.commit(BillingChange.of(oldest.with(Some.contract(ContractStatus.ACTIVE)), Some.NOW));
    assertThat(unchecked(tenants, 20)).isEqualTo(tenants);

    enrollments.checked(tenants.getFirst(), Some.NOW);
    enrollments.checked(tenants.get(7), Some.NOW);
    assertThat(unchecked(tenants, 20))
        .hasSize(18)
        .doesNotContain(tenants.getFirst(), tenants.get(7));
  }

  /** Those of them that were not checked in that many days; other tests leave tenants too. */
  private List<TenantId> unchecked(List<TenantId> tenants, int days) {
    Instant before = Some.NOW.minus(Duration.ofDays(400L - days));
    return enrollments.uncheckedSince(before, 1000).stream().filter(tenants::contains).toList();
  }

  @Test
  void noMoreComeThanAreWantedAndTheyAreTheOldest() {
    for (int i = 0; i < 5; i++) {
      Enrollment begun = begun(Some.trial(Some.tenant()));
      changes.commit(
          BillingChange.of(begun.with(begun.customer().known(Some.customer())), Some.NOW));
    }
    List<TenantId> all = enrollments.uncheckedSince(Some.NOW, 1000);
    assertThat(all).hasSizeGreaterThanOrEqualTo(5);

    enrollments.checked(all.getFirst(), Instant.EPOCH.minusSeconds(1));

    assertThat(enrollments.uncheckedSince(Some.NOW, 1)).containsExactly(all.getFirst());
  }

  @Test
  void everyCustomerComesOnceOverAllPages() {
    Set<TenantId> tenants =
        IntStream.range(0, 25)
            .mapToObj(
                _ -> {
                  Enrollment begun = begun(Some.trial(Some.tenant()));
                  Commit _ =
                      changes.commit(
                          BillingChange.of(
                              begun.with(begun.customer().known(Some.customer())), Some.NOW));
                  return begun.tenant();
                })
            .collect(java.util.stream.Collectors.toSet());

    List<TenantId> seen = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Enrollments.Customers page = enrollments.customersFrom(cursor, 4);
      assertThat(page.tenants()).hasSizeLessThanOrEqualTo(4);
      seen.addAll(page.tenants());
      cursor = page.next();
    } while (cursor.isPresent());

    assertThat(seen).doesNotHaveDuplicates().containsAll(tenants);
    assertThat(enrollments.customersFrom(Optional.of("nonsense"), 4).tenants()).isEmpty();
  }

  private Enrollment begun(Enrollment enrollment) {
    world.table.writeAlways(List.of(EnrollmentItem.begin(enrollment)));
    return enrollment;
  }
}
