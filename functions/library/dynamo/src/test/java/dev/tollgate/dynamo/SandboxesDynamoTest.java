package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.DueActions.Claim;
import dev.tollgate.core.schedule.Duty;
import dev.tollgate.testkit.faults.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a clock that was turned stops on its way. */
final class SandboxesDynamoTest {
  private final ATable world = new ATable();
  private final SandboxesDynamo sandboxes = new SandboxesDynamo(world.table);
  private final DueActionsDynamo actions = new DueActionsDynamo(world.table, new Random(1));

  @BeforeEach
  void calm() {
    world.faults.follow(Script.calm());
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void whatIsDueIsAStopAndWhatWasPutOffIsNone() {
    TenantId tenant = Some.tenant();
    DueAction charge = action(tenant, Duty.TRIAL_CHARGE, Duration.ofDays(7));
    DueAction next = action(tenant, Duty.TRIAL_CHARGE, Duration.ofDays(8));
    DueAction others = action(Some.tenant(), Duty.TRIAL_CHARGE, Duration.ofDays(3));
    for (DueAction each : List.of(charge, next, others)) {
      world.table.writeAlways(List.of(DueItem.put(each)));
    }
    assertThat(sandboxes.nextDue(tenant, Some.NOW)).contains(charge.at());

    Instant now = charge.at();
    Claim claim = actions.claim(charge, now, now.plus(Duration.ofMinutes(6))).orElseThrow();
    assertThat(sandboxes.nextDue(tenant, now)).as("claimed").contains(next.at());
    actions.postpone(claim, now.plus(Duration.ofHours(1)));
    assertThat(sandboxes.nextDue(tenant, now)).as("looked at again").contains(next.at());
    assertThat(sandboxes.nextDue(tenant, next.at())).isEmpty();
  }

  private static DueAction action(TenantId tenant, Duty duty, Duration after) {
    return new DueAction(
        tenant, duty, Some.NOW, Math.toIntExact(after.toDays()), Some.NOW.plus(after));
  }
}
