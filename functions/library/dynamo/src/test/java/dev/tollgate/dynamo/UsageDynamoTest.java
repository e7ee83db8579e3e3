package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.usage.Usage;
import dev.tollgate.testkit.faults.Fault;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Script;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UsageDynamoTest {
  private final ATable world = new ATable();
  private final UsageLedgerDynamo ledger = new UsageLedgerDynamo(world.table);

  @BeforeEach
  void calm() {
    world.faults.follow(Script.calm());
  }

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void aUseIsRecordedOnceUnderItsIdWithItsMessage() {
    Usage usage = usage(Some.tenant(), "op_1", Some.NOW);

    List<Boolean> recorded =
        Race.run(Collections.<Callable<Boolean>>nCopies(30, () -> record(usage)));

    assertThat(Collections.frequency(recorded, true)).isEqualTo(1);
    assertThat(world.items("TENANT#" + usage.tenant().value(), "OUTBOX#")).hasSize(1);
    assertThat(all(usage.tenant())).containsExactly(usage);
    world.faults.follow(Script.calm());
    assertThat(ledger.find(usage.tenant(), Meter.EMAILS, "op_1")).contains(usage);
    assertThat(world.faults.calls()).containsExactly("BatchGetItem");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"LOST_ANSWER", "CONFLICT", "THROTTLE"})
  void aUseWhoseRecordingFalteredCountsOnce(Fault fault) {
    Usage usage = usage(Some.tenant(), "op_1", Some.NOW);
    world.faults.follow(Script.at(1, fault));

    assertThat(record(usage)).isTrue();
    assertThat(all(usage.tenant())).containsExactly(usage);
  }

  @Test
  void theSameIdAtAnotherTimeIsTheSameUse() {
    TenantId tenant = Some.tenant();
    assertThat(record(usage(tenant, "op_1", Some.NOW))).isTrue();

    assertThat(record(usage(tenant, "op_1", Some.NOW.plusSeconds(60)))).isFalse();

    assertThat(all(tenant)).hasSize(1);
  }

  @Test
  void usesComeInTheOrderOfTheirTimesFromTheFirstMomentToBeforeTheLast() {
    TenantId tenant = Some.tenant();
    Usage before = usage(tenant, "a", Some.NOW.minusMillis(1));
    Usage first = usage(tenant, "z", Some.NOW);
    Usage second = usage(tenant, "b", Some.NOW.plusSeconds(1));
    Usage end = usage(tenant, "c", Some.NOW.plusSeconds(2));
    List.of(end, second, first, before).forEach(this::record);
    record(usage(Some.tenant(), "d", Some.NOW));
    world.faults.follow(Script.calm());

    assertThat(ledger.between(tenant, Meter.EMAILS, Some.NOW, Some.NOW.plusSeconds(2)))
        .containsExactly(first, second);
    assertThat(world.faults.calls()).containsExactly("Query");
    assertThat(ledger.between(tenant, Meter.API_CALLS, Instant.EPOCH, Some.NOW)).isEmpty();
  }

  @Test
  void aReportIsSeenByIdAndByTimeAndTheFirstCounts() {
    Usage usage = usage(Some.tenant(), "op_1", Some.NOW);
    record(usage);

    ledger.reported(usage, Some.NOW.plusSeconds(5));
    ledger.reported(usage, Some.NOW.plusSeconds(9));

    Optional<Instant> reported = Optional.of(Some.NOW.plusSeconds(5));
    assertThat(ledger.find(usage.tenant(), Meter.EMAILS, "op_1").orElseThrow().reportedAt())
        .isEqualTo(reported);
    assertThat(all(usage.tenant()).getFirst().reportedAt()).isEqualTo(reported);
    assertThat(ledger.find(usage.tenant(), Meter.EMAILS, "x".repeat(5000))).isEmpty();
  }

  private boolean record(Usage usage) {
    return ledger.record(
        usage,
        Message.of(
            new Announcement.UsageRecorded(usage.id(), usage.meter(), usage.amount()),
            usage.tenant(),
            usage.at(),
            Some.IDS));
  }

  private List<Usage> all(TenantId tenant) {
    return ledger.between(tenant, Meter.EMAILS, Instant.EPOCH, Some.NOW.plusSeconds(3600));
  }

  private static Usage usage(TenantId tenant, String id, Instant at) {
    return new Usage(tenant, id, Meter.EMAILS, 3, at, Optional.empty());
  }
}
