package dev.tollgate.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.lambda.events.TaskFailed;
import dev.tollgate.lambda.runtime.Snapshot;
import java.time.Duration;
import java.util.Map;
import org.crac.Core;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The clock keeps the meters true. */
class KeepingTest {
  private final World world = new World();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void whatNobodyKeptInTimeIsGivenBack() {
    reserve("{\"meter\":\"emails\",\"amount\":20,\"ttl_seconds\":60}");
    reserve("{\"meter\":\"emails\",\"amount\":5}");
    world.advance(Duration.ofSeconds(60));
    world.schedule("expire-reservations");
    assertThat(world.shelf.level(World.EMAILS)).isEqualTo(5);
    assertThat(world.logged("reservations_expired"))
        .singleElement()
        .asString()
        .contains("\"reservations_expired\":1");
    world.schedule("expire-reservations");
    assertThat(world.logged("reservations_expired").getLast())
        .contains("\"reservations_expired\":0");
  }

  @Test
  void aRunOfExpiryGoesThroughSeveralPages() {
    world.complimentary();
    for (int i = 0; i < 250; i++) {
      reserve("{\"meter\":\"emails\",\"amount\":1}");
    }
    world.advance(Duration.ofMinutes(5));
    world.schedule("expire-reservations");
    assertThat(world.shelf.level(World.EMAILS)).isZero();
  }

  @Test
  void aLevelThatIsWrongIsPutRightAndTold() {
    TenantId tenant = counted(Meter.RECORDS, 12, 9);
    world.schedule("recount-gauges");
    assertThat(world.shelf.level(Meter.RECORDS)).isEqualTo(9);
    assertThat(world.logged("gauge_corrected"))
        .singleElement()
        .asString()
        .contains(
            "\"level\":\"WARN\"",
            tenant.value(),
            "\"meter\":\"records\"",
            "\"was\":12",
            "\"is\":9");
    assertThat(world.logged("gauges_recounted"))
        .singleElement()
        .asString()
        .contains("\"tenants_recounted\":1", "\"gauges_corrected\":1");
  }

  @Test
  void aTenantIsComparedOnceADay() {
    TenantId tenant = counted(Meter.RECORDS, 1, 1);
    world.schedule("recount-gauges");
    world.shelf.level(tenant, Meter.RECORDS, 5);
    world.advance(Duration.ofHours(23));
    world.schedule("recount-gauges");
    assertThat(world.logged("gauge_corrected")).isEmpty();
    world.advance(Duration.ofHours(1));
    world.schedule("recount-gauges");
    assertThat(world.logged("gauge_corrected")).hasSize(1);
  }

  @Test
  void aRunGoesThroughAllWhoAreDue() {
    for (int i = 0; i < RecountingTask.PAGE * 2 + 5; i++) {
      counted(Meter.RECORDS, 1, 2);
    }
    world.schedule("recount-gauges");
    assertThat(world.logged("gauges_recounted").getLast())
        .contains("\"tenants_recounted\":205", "\"gauges_corrected\":205");
  }

  @Test
  void aRunEndsBeforeItsFunctionIsStopped() {
    for (int i = 0; i < RecountingTask.PAGE * 3; i++) {
      counted(Meter.RECORDS, 1, 2);
    }
    world.shelf.beforeCount = _ -> world.advance(Duration.ofMillis(250)); // 6 gauges: 150 s a page
    world.schedule("recount-gauges");
    assertThat(world.logged("gauges_recounted").getLast()).contains("\"tenants_recounted\":200");
  }

  @Test
  void aTenantThatCannotBeComparedStopsNobody() {
    TenantId broken = counted(Meter.RECORDS, 1, 2);
    counted(Meter.RECORDS, 1, 3);
    world.shelf.beforeCount =
        tenant -> {
          if (tenant.equals(broken)) {
            throw new IllegalStateException("a row of no shape");
          }
        };
    assertThatThrownBy(() -> world.schedule("recount-gauges")).isInstanceOf(TaskFailed.class);
    assertThat(world.logged("gauges_not_recounted"))
        .singleElement()
        .asString()
        .contains(broken.value())
        .doesNotContain("a row of no shape");
    assertThat(world.logged("gauges_recounted").getLast())
        .contains("\"gauges_corrected\":1", "\"tenants_not_recounted\":1");
    assertThatCode(() -> world.schedule("recount-gauges")).doesNotThrowAnyException();
  }

  @Test
  void aStoreThatIsDownEndsTheRunAndWhatWasDoneIsTold() {
    counted(Meter.RECORDS, 1, 2);
    TenantId unlucky = counted(Meter.RECORDS, 1, 3);
    counted(Meter.RECORDS, 1, 4);
    world.shelf.beforeCount =
        tenant -> {
          if (tenant.equals(unlucky)) {
            throw new Unavailable("down");
          }
        };
    assertThatThrownBy(() -> world.schedule("recount-gauges")).isInstanceOf(TaskFailed.class);
    assertThat(world.logged("gauge_corrected")).hasSize(1);
    world.shelf.beforeCount = _ -> {};
    world.schedule("recount-gauges");
    assertThat(world.logged("gauge_corrected")).hasSize(3);
  }

  @Test
  void theSnapshotOfTheBackgroundRehearsesNoRoutes() throws Exception {
    int reads = world.people.reads;
    Snapshot.ofBackground(world.background).beforeCheckpoint(Core.getGlobalContext());
    assertThat(world.people.reads).isEqualTo(reads);
    Snapshot.of(world.background).beforeCheckpoint(Core.getGlobalContext());
    assertThat(world.people.reads).isGreaterThan(reads);
  }

  private void reserve(String body) {
    assertThat(world.owner().post(World.RESERVATIONS, body).status()).isEqualTo(201);
  }

  private TenantId counted(Meter gauge, long meter, long rows) {
    TenantId tenant = world.tenant();
    world.shelf.counts(tenant);
    world.shelf.level(tenant, gauge, meter);
    world.shelf.rows.put(tenant, Map.of(gauge, rows));
    return tenant;
  }
}
