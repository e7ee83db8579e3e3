package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.quota.Gauges;
import dev.tollgate.core.quota.RecountingGauges;
import dev.tollgate.core.quota.Reservation;
import dev.tollgate.core.quota.ReservingQuota.Reserved;
import dev.tollgate.editions.EditionFiles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GaugesDynamoTest {
  private final ATable world = new ATable();
  private final Desk desk = new Desk(world.table, "resolutionflow", new Desk.Hands());
  private final GaugesDynamo gauges = new GaugesDynamo(world.table);
  private final RecountingGauges recounting =
      new RecountingGauges(EditionFiles.load("resolutionflow"), gauges, desk.time);

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void aLevelThatWentWrongIsSetToTheClaimsThatAreKept() {
    Tenancy tenancy = Desk.tenant(Map.of(Desk.TREES, 10L));
    TenantId tenant = tenancy.account().id();
    Reservation kept = ((Reserved) desk.reserve(tenancy, Desk.TREES, 3)).reservation();
    desk.settling.commit(tenant, kept.id(), Map.of());
    desk.reserve(tenancy, Desk.TREES, 1);
    Reservation gone = ((Reserved) desk.reserve(tenancy, Desk.TREES, 2)).reservation();
    desk.settling.release(tenant, gone.id());
    assertThat(recounting.recount(tenant)).as("nothing is wrong").isEmpty();
    Gauges.Counted seen = gauges.counted(tenant, Desk.TREES);
    assertThat(gauges.correct(tenant, Desk.TREES, seen, 9)).as("a bug of ours").isTrue();

    assertThat(recounting.recount(tenant))
        .containsExactly(new RecountingGauges.Correction(tenant, Desk.TREES, 9, 4));
    assertThat(desk.used(tenancy, Desk.TREES)).isEqualTo(4);
  }

  @Test
  void aLevelThatMovedMeanwhileIsNotOverwritten() {
    Tenancy tenancy = Desk.tenant(Map.of(Desk.TREES, 10L));
    TenantId tenant = tenancy.account().id();
    desk.reserve(tenancy, Desk.TREES, 1);
    Gauges.Counted seen = gauges.counted(tenant, Desk.TREES);
    Reservation other = ((Reserved) desk.reserve(tenancy, Desk.TREES, 1)).reservation();
    desk.settling.release(tenant, other.id()); // the same level, but it has moved

    assertThat(gauges.correct(tenant, Desk.TREES, seen, 0)).isFalse();
    assertThat(desk.used(tenancy, Desk.TREES)).isEqualTo(1);
  }

  @Test
  void tenantsAreDueOnceTheirTimeHasCome() {
    TenantId tenant = Some.tenant();
    gauges.compared(tenant, Some.NOW.plusSeconds(60));

    assertThat(gauges.due(Some.NOW, 1_000)).doesNotContain(tenant);
    assertThat(gauges.due(Some.NOW.plusSeconds(61), 1_000)).contains(tenant);
    gauges.compared(tenant, Some.NOW.plusSeconds(120));
    assertThat(gauges.due(Some.NOW.plusSeconds(61), 1_000)).isEqualTo(List.of());
  }
}
