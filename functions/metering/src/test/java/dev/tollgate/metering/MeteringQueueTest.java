package dev.tollgate.metering;

import static dev.tollgate.metering.World.unavailable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Announcement.CustomerWanted;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.usage.Usage;
import dev.tollgate.lambda.events.MessageBody;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MeteringQueueTest {
  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aUseIsReportedToWhomIsBilled() {
    Usage usage = world.used(world.paying("cus_1"), "op_1", 3);

    assertThat(world.batch(world.recorded(usage))).isEmpty();

    assertThat(world.provider.counted).containsEntry("cus_1 op_1", usage);
    assertThat(world.ledger.found(usage).reportedAt()).contains(World.NOW);
  }

  @Test
  void fiftyCopiesAreCountedOnce() {
    Usage usage = world.used(world.paying("cus_1"), "op_1", 3);
    Message message = world.recorded(usage);

    for (int batch = 0; batch < 5; batch++) {
      assertThat(world.batch(Collections.nCopies(10, message).toArray(Message[]::new))).isEmpty();
    }

    assertThat(world.provider.reports).isEqualTo(1);
  }

  @Test
  void theLedgerSaysHowMuchAndNotTheMessage() {
    TenantId tenant = world.paying("cus_1");
    Usage claimed = world.used(tenant, "op_1", 1_000);
    Message message = world.recorded(claimed);
    world.used(tenant, "op_1", 2);

    world.batch(message);

    assertThat(world.provider.counted.values()).extracting(Usage::amount).containsExactly(2L);
  }

  @Test
  void theUseOfASuspendedTenantWaitsAndItsNeighbourIsReported() {
    Usage waiting = world.used(world.paying("cus_1"), "op_1", 3);
    Usage other = world.used(world.paying("cus_2"), "op_1", 3);
    Message message = world.recorded(waiting);
    world.held.suspended.add(waiting.tenant());

    assertThat(world.batch(message, world.recorded(other))).isEmpty();

    assertThat(world.held.waiting).containsExactly(message);
    assertThat(world.provider.counted).containsOnlyKeys("cus_2 op_1");
    assertThat(world.logged("work_held")).hasSize(1);

    world.held.suspended.clear();
    assertThat(world.batch(message)).isEmpty();
    assertThat(world.provider.counted).containsKey("cus_1 op_1");
  }

  @Test
  void whoCannotFindOutWhetherATenantIsSuspendedTriesAgain() {
    Usage usage = world.used(world.paying("cus_1"), "op_1", 3);
    world.held.beforeHold = unavailable();

    assertThat(world.batch(world.recorded(usage))).containsExactly("0");

    assertThat(world.provider.counted).isEmpty();
  }

  @Test
  void whatNobodyPaysForIsNotReported() {
    Usage usage = world.used(world.tenant(), "op_1", 3);

    assertThat(world.batch(world.recorded(usage))).isEmpty();

    assertThat(world.provider.counted).isEmpty();
    assertThat(world.logged("usage_not_billed")).hasSize(1);
  }

  @Test
  void whatOurLedgerDoesNotHaveIsNotBilled() {
    Usage usage = world.used(world.paying("cus_1"), "op_1", 3);
    TenantId other = world.paying("cus_2");
    Message foreign = world.message(other, world.recorded(usage).announcement());

    assertThat(world.batch(foreign)).isEmpty();

    assertThat(world.provider.counted).isEmpty();
    assertThat(world.logged("usage_unknown")).hasSize(1);
  }

  @Test
  void aReportThatIsRefusedIsParkedAndItsNeighbourIsReported() {
    TenantId tenant = world.paying("cus_1");
    Usage refused = world.used(tenant, "op_1", 3);
    Usage taken = world.used(tenant, "op_2", 4);

    world.provider.refusal = Optional.of("the timestamp is too old");
    assertThat(world.batch(world.recorded(refused))).containsExactly("0");
    assertThat(world.logged("record_parked")).singleElement().asString().contains("too old");

    world.provider.refusal = Optional.empty();
    assertThat(world.batch(world.recorded(taken))).isEmpty();
    assertThat(world.ledger.found(refused).reportedAt()).isEmpty();
  }

  @Test
  void aProviderThatDoesNotAnswerIsAskedAgain() {
    Usage usage = world.used(world.paying("cus_1"), "op_1", 3);
    world.provider.beforeReport = unavailable();
    assertThat(world.batch(world.recorded(usage))).containsExactly("0");

    world.provider.beforeReport = () -> {};
    assertThat(world.batch(world.recorded(usage))).isEmpty();
    assertThat(world.provider.counted).hasSize(1);
  }

  @Test
  void aLostAnswerAndALostNoteCountNothingTwice() {
    Usage usage = world.used(world.paying("cus_1"), "op_1", 3);
    world.provider.afterReport = unavailable();
    assertThat(world.batch(world.recorded(usage))).containsExactly("0");
    world.provider.afterReport = () -> {};
    world.ledger.beforeReported = unavailable();
    assertThat(world.batch(world.recorded(usage))).containsExactly("0");

    world.ledger.beforeReported = () -> {};
    assertThat(world.batch(world.recorded(usage))).isEmpty();
    assertThat(world.provider.counted).hasSize(1);
    assertThat(world.ledger.found(usage).reportedAt()).isPresent();
  }

  @Test
  void poisonAndWhatIsForSomebodyElseAreParkedAndTheirNeighbourIsReported() {
    TenantId tenant = world.paying("cus_1");
    Usage usage = world.used(tenant, "op_1", 3);
    String stray = MessageBody.write(world.message(tenant, world.toSomebody()));
    String good = MessageBody.write(world.recorded(usage));

    assertThat(world.bodies(List.of("no JSON", stray, good))).containsExactly("0", "1");

    assertThat(world.provider.counted).hasSize(1);
  }

  @Test
  void aTenantBecomesACustomerOnceWhateverIsLostOnTheWay() {
    TenantId tenant = world.tenant();
    Message wanted = world.message(tenant, new CustomerWanted());
    world.provider.afterCreate = unavailable();
    assertThat(world.batch(wanted)).containsExactly("0");
    world.provider.afterCreate = () -> {};
    world.tenants.beforeCommit = unavailable();
    assertThat(world.batch(wanted)).containsExactly("0");
    world.tenants.beforeCommit = () -> {};

    assertThat(world.batch(wanted, wanted)).isEmpty();

    assertThat(world.provider.customers).hasSize(1);
    assertThat(world.tenants.enrollment(tenant).customer().id())
        .hasValueSatisfying(id -> assertThat(world.provider.customers).containsValue(id));
  }

  @Test
  void withoutAProviderNobodyBecomesACustomer() {
    TenantId tenant = world.tenant();
    world.provider.configured = false;

    assertThat(world.batch(world.message(tenant, new CustomerWanted()))).isEmpty();

    assertThat(world.provider.customers).isEmpty();
  }

  @Test
  void aTenantThatIsGoneIsNoTrouble() {
    TenantId gone = world.paying("cus_1");
    Message wanted = world.message(gone, new CustomerWanted());

    try (World empty = new World()) {
      assertThat(empty.batch(wanted)).isEmpty();
      assertThat(empty.logged("customer_of_nobody")).hasSize(1);
    }
  }
}
