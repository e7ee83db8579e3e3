package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.billing.BillingChange;
import dev.tollgate.core.billing.BillingChanges.Commit;
import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.billing.ProviderEvents;
import dev.tollgate.core.billing.StoredEvent.Status;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.testkit.faults.Crash;
import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.Gate;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Script;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BillingChangesDynamoTest {
  private static final int WRITERS = 50;

  private final ATable world = new ATable();
  private final BillingChangesDynamo changes =
      new BillingChangesDynamo(world.table, new Fences(List.of()));
  private final EnrollmentsDynamo enrollments = new EnrollmentsDynamo(world.table);
  private final ProviderEventsDynamo events = new ProviderEventsDynamo(world.table);

  @BeforeEach
  void calm() {
    world.faults.follow(Script.calm());
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void everythingIsWrittenInOneTransaction() {
    Enrollment begun = begun();
    ProviderEvent event = Some.event();
    events.store(event, Some.NOW);
    world.faults.follow(Script.calm());

    Commit commit = changes.commit(Some.change(active(begun, Some.customer()), "in_1", event));

    assertThat(commit).isEqualTo(Commit.WRITTEN);
    assertThat(world.faults.calls()).containsExactly("TransactWriteItems");
    assertEffectsOnce(begun.tenant(), event);
    assertThat(events.find(event.id()).orElseThrow())
        .satisfies(
            stored -> {
              assertThat(stored.status()).isEqualTo(Status.APPLIED);
              assertThat(stored.tenant()).contains(begun.tenant().value());
              assertThat(stored.effect()).contains("trialing to active");
              assertThat(stored.finishedAt()).contains(Some.NOW);
            });
  }

  @Test
  void anEventThatWasNeverDeliveredIsKeptWithWhatItDid() {
    Enrollment begun = begun();
    ProviderEvent event = Some.event();

    changes.commit(Some.change(active(begun, Some.customer()), "in_1", event));

    assertThat(events.find(event.id()).orElseThrow().event()).isEqualTo(event);
    assertThat(events.list(200, Optional.empty(), Some.NOW).events())
        .anySatisfy(listed -> assertThat(listed.event()).isEqualTo(event));
    assertThat(events.store(event, Some.NOW)).isEqualTo(ProviderEvents.Receipt.APPLIED);
  }

  @Test
  void whoReadAnOlderVersionWritesNothingAtAll() {
    Enrollment begun = begun();
    changes.commit(BillingChange.of(active(begun, Some.customer()), Some.NOW));
    int items = world.size();

    Commit late = changes.commit(Some.change(active(begun, Some.customer()), "in_9", Some.event()));

    assertThat(late).isEqualTo(Commit.STALE);
    assertThat(world.size()).isEqualTo(items);
  }

  @Test
  void whatWasToldAndBookedBeforeIsLeftOutAndTheRestIsWritten() {
    Enrollment begun = begun();
    TenantId tenant = begun.tenant();
    changes.commit(told(tenant, List.of("a", "b")));

    Commit again =
        changes.commit(
            new BillingChange(
                tenant,
                Optional.of(active(begun, Some.customer())),
                List.of(Some.fact(tenant, "a"), Some.fact(tenant, "c"), Some.fact(tenant, "b")),
                List.of(Some.paid(tenant, "a", Some.NOW), Some.paid(tenant, "c", Some.NOW)),
                List.of(),
                List.of(),
                Some.NOW));

    assertThat(again).isEqualTo(Commit.WRITTEN);
    assertThat(enrollments.find(tenant).orElseThrow().isSubscribed()).isTrue();
    assertThat(count(tenant, "FACT#")).isEqualTo(3);
    assertThat(count(tenant, "OUTBOX#")).isEqualTo(3);
    assertThat(count(tenant, "LEDGER#")).isEqualTo(3);
  }

  @Test
  void theSameThingTwiceInOneChangeIsToldOnce() {
    TenantId tenant = Some.tenant();
    ProviderEvent event = Some.event();
    BillingChange.Outcome outcome = new BillingChange.Outcome(event, Status.APPLIED, "nothing new");

    changes.commit(
        new BillingChange(
            tenant,
            Optional.empty(),
            List.of(Some.fact(tenant, "a"), Some.fact(tenant, "a")),
            List.of(Some.paid(tenant, "a", Some.NOW), Some.paid(tenant, "a", Some.NOW)),
            List.of(),
            List.of(outcome, outcome),
            Some.NOW));

    assertThat(count(tenant, "FACT#")).isEqualTo(1);
    assertThat(count(tenant, "OUTBOX#")).isEqualTo(1);
    assertThat(count(tenant, "LEDGER#")).isEqualTo(1);
  }

  @Test
  void fiftyWhoFindOutTheSameTellAndBookItOnce() {
    TenantId tenant = begun().tenant();
    world.faults.hold(Gate.after("BatchGetItem", WRITERS));

    List<Commit> commits =
        Race.run(
            Collections.<Callable<Commit>>nCopies(
                WRITERS,
                () -> {
                  Enrollment _ = enrollments.find(tenant).orElseThrow();
                  return changes.commit(told(tenant, List.of("a", "b")));
                }));

    assertThat(commits).containsOnly(Commit.WRITTEN);
    assertThat(count(tenant, "FACT#")).isEqualTo(2);
    assertThat(count(tenant, "OUTBOX#")).isEqualTo(2);
    assertThat(count(tenant, "LEDGER#")).isEqualTo(2);
  }

  @Test
  void fiftyWhoReadTheSameVersionChangeItOnce() {
    TenantId tenant = begun().tenant();
    ProviderEvent event = Some.event();
    String customer = Some.customer();
    world.faults.hold(Gate.after("BatchGetItem", WRITERS));

    List<Commit> commits =
        Race.run(
            Collections.<Callable<Commit>>nCopies(
                WRITERS,
                () -> {
                  Enrollment read = enrollments.find(tenant).orElseThrow();
                  return changes.commit(Some.change(active(read, customer), "in_1", event));
                }));

    world.faults.follow(Script.calm());
    assertThat(Collections.frequency(commits, Commit.WRITTEN)).isEqualTo(1);
    assertThat(Collections.frequency(commits, Commit.STALE)).isEqualTo(WRITERS - 1);
    assertEffectsOnce(tenant, event);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"LOST_ANSWER", "CONFLICT", "THROTTLE"})
  void whateverBreaksAtWhicheverCallThereIsOneEffect(Fault fault) {
    for (int call = 1; call <= 3; call++) {
      Enrollment begun = begun();
      TenantId tenant = begun.tenant();
      ProviderEvent event = Some.event();
      changes.commit(told(tenant, List.of("told_before")));
      BillingChange change = Some.change(active(begun, Some.customer()), "in_1", event);
      world.faults.follow(Script.at(call, fault));

      Commit commit = changes.commit(with(change, Some.fact(tenant, "told_before")));

      world.faults.follow(Script.calm());
      assertThat(commit).as(fault + " at call " + call).isEqualTo(Commit.WRITTEN);
      assertThat(enrollments.find(tenant).orElseThrow().version()).isEqualTo(1);
      assertThat(count(tenant, "FACT#")).isEqualTo(2);
      assertThat(count(tenant, "OUTBOX#")).isEqualTo(2);
      assertThat(count(tenant, "LEDGER#")).isEqualTo(2);
      assertThat(count(tenant, "AUDIT#")).isEqualTo(1);
    }
  }

  /** The first of the two calls is refused, because a fact was told: nothing comes after it. */
  @ParameterizedTest
  @CsvSource({"CRASH_BEFORE, 1", "CRASH_BEFORE, 2", "CRASH_AFTER, 2"})
  void whoDiesAtAnyCallIsMadeGoodByTheNext(Fault death, int call) {
    Enrollment begun = begun();
    TenantId tenant = begun.tenant();
    ProviderEvent event = Some.event();
    String customer = Some.customer();
    changes.commit(told(tenant, List.of("told_before")));
    world.faults.follow(Script.at(call, death));
    assertThatThrownBy(
            () ->
                changes.commit(
                    with(
                        Some.change(active(begun, customer), "in_1", event),
                        Some.fact(tenant, "told_before"))))
        .isInstanceOf(Crash.class);

    world.faults.follow(Script.calm());
    Enrollment read = enrollments.find(tenant).orElseThrow();
    changes.commit(
        with(Some.change(active(read, customer), "in_1", event), Some.fact(tenant, "told_before")));

    assertThat(count(tenant, "FACT#")).as(death + " at call " + call).isEqualTo(2);
    assertThat(count(tenant, "OUTBOX#")).isEqualTo(2);
    assertThat(count(tenant, "LEDGER#")).isEqualTo(2);
    assertThat(events.find(event.id()).orElseThrow().status()).isEqualTo(Status.APPLIED);
  }

  @Test
  void contentionWithoutEndIsNoRefusal() {
    Enrollment begun = begun();
    world.faults.follow(Script.always("TransactWriteItems", Fault.CONFLICT));

    assertThatThrownBy(
            () -> changes.commit(BillingChange.of(active(begun, Some.customer()), Some.NOW)))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void anEmptyChangeMakesNoCall() {
    TenantId tenant = Some.tenant();

    assertThat(changes.commit(told(tenant, List.of()))).isEqualTo(Commit.WRITTEN);
    assertThat(world.faults.calls()).isEmpty();
  }

  @Test
  void moreThanATransactionTakesIsRefusedLoudly() {
    TenantId tenant = Some.tenant();
    List<String> many = IntStream.range(0, 40).mapToObj(Integer::toString).toList();

    assertThatThrownBy(() -> changes.commit(told(tenant, many)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("120");
    assertThat(world.faults.calls()).isEmpty();
  }

  private void assertEffectsOnce(TenantId tenant, ProviderEvent event) {
    Enrollment found = enrollments.find(tenant).orElseThrow();
    assertThat(found.version()).isEqualTo(1);
    assertThat(found.isSubscribed()).isTrue();
    assertThat(world.keys("TENANT#" + tenant.value()).stream().map(BillingChangesDynamoTest::kind))
        .containsExactlyInAnyOrder(
            "AUDIT", "COMPARISON", "FACT", "LEDGER", "OUTBOX", "SUBSCRIPTION");
    assertThat(world.keys("EVENT#" + event.id())).hasSize(1);
    assertThat(enrollments.tenantsOf(java.util.Set.of(found.customer().id().orElseThrow())))
        .containsValue(tenant);
  }

  private static String kind(String key) {
    return key.substring(key.indexOf(' ') + 1).replaceFirst("#.*", "");
  }

  private int count(TenantId tenant, String prefix) {
    return world.items("TENANT#" + tenant.value(), prefix).size();
  }

  private Enrollment begun() {
    Enrollment begun = Some.trial(Some.tenant());
    world.table.writeAlways(List.of(EnrollmentItem.begin(begun)));
    return begun;
  }

  private static Enrollment active(Enrollment before, String customer) {
    return before
        .with(before.customer().known(customer))
        .with(Some.contract(ContractStatus.ACTIVE));
  }

  /** Facts and a movement of each, and nothing else. */
  private static BillingChange told(TenantId tenant, List<String> keys) {
    return new BillingChange(
        tenant,
        Optional.empty(),
        keys.stream().map(key -> Some.fact(tenant, key)).toList(),
        keys.stream().map(key -> Some.paid(tenant, key, Some.NOW)).toList(),
        List.of(),
        List.of(),
        Some.NOW);
  }

  private static BillingChange with(BillingChange change, BillingChange.Fact fact) {
    return new BillingChange(
        change.tenant(),
        change.enrollment(),
        List.of(fact, change.facts().getFirst()),
        change.movements(),
        change.audit(),
        change.events(),
        change.at());
  }
}
