package dev.tollgate.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Unavailable;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The clock keeps the meters true. */
class KeepingTest {
  private final World world = new World();

  @Test
  void whatNobodyKeptInTimeIsGivenBack() {
    world.reserve(world.tenant(), 20, Duration.ofSeconds(60));
    world.reserve(world.tenant(), 5, Duration.ofSeconds(61));
    world.advance(Duration.ofSeconds(60));
    world.expiring.run();
    assertThat(world.shelf.level(Meter.RECORDS)).isEqualTo(5);
    assertThat(world.logged("reservations_expired"))
        .singleElement()
        .asString()
        .contains("\"reservations_expired\":1");
    world.expiring.run();
    assertThat(world.logged("reservations_expired").getLast())
        .contains("\"reservations_expired\":0");
  }

  @Test
  void aRunOfExpiryGoesThroughSeveralPages() {
    for (int i = 0; i < 250; i++) {
      world.reserve(world.tenant(), 1, Duration.ofMinutes(5));
    }
    world.advance(Duration.ofMinutes(5));
    world.expiring.run();
    assertThat(world.shelf.level(Meter.RECORDS)).isZero();
  }

  /** More of one tenant than a page has, and the others behind them. */
  @Test
  void aTenantWhoseReservationsCannotBeGivenBackStopsNobody() {
    TenantId broken = world.tenant();
    for (int i = 0; i < 120; i++) {
      world.reserve(broken, 1, Duration.ofMinutes(5));
    }
    world.reserve(world.tenant(), 1_000, Duration.ofMinutes(5));
    world.shelf.beforeGivingBack =
        reservation -> {
          if (reservation.tenant().equals(broken)) {
            throw new IllegalStateException("a row of no shape");
          }
        };
    world.advance(Duration.ofMinutes(5));
    world.expiring.run();
    assertThat(world.shelf.level(Meter.RECORDS)).isEqualTo(120);
    assertThat(world.logged("reservation_not_expired"))
        .hasSize(120)
        .allMatch(line -> line.contains(broken.value()) && !line.contains("no shape"));
    assertThat(world.logged("reservations_expired").getLast())
        .contains("\"reservations_expired\":1", "\"reservations_not_expired\":120");
  }

  @Test
  void aStoreThatIsSilentEndsARunOfExpiry() {
    world.reserve(world.tenant(), 1, Duration.ofMinutes(5));
    world.reserve(world.tenant(), 1, Duration.ofMinutes(5));
    world.advance(Duration.ofMinutes(5));
    world.shelf.beforeGivingBack =
        _ -> {
          throw new Unavailable("down");
        };
    world.expiring.run();
    assertThat(world.logged("reservation_not_expired")).hasSize(1);
  }

  @Test
  void aLevelThatIsWrongIsPutRightAndTold() {
    TenantId tenant = counted(Meter.RECORDS, 12, 9);
    world.recounting.run();
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
    world.recounting.run();
    world.shelf.level(tenant, Meter.RECORDS, 5);
    world.advance(Duration.ofHours(23));
    world.recounting.run();
    assertThat(world.logged("gauge_corrected")).isEmpty();
    world.advance(Duration.ofHours(1));
    world.recounting.run();
    assertThat(world.logged("gauge_corrected")).hasSize(1);
  }

  @Test
  void aRunGoesThroughAllWhoAreDue() {
    for (int i = 0; i < RecountingTask.PAGE * 2 + 5; i++) {
      counted(Meter.RECORDS, 1, 2);
    }
    world.recounting.run();
    assertThat(world.logged("gauges_recounted").getLast())
        .contains("\"tenants_recounted\":205", "\"gauges_corrected\":205");
  }

  @Test
  void aRunEndsBeforeItsFunctionIsStopped() {
    for (int i = 0; i < RecountingTask.PAGE * 3; i++) {
      counted(Meter.RECORDS, 1, 2);
    }
    world.shelf.beforeCount = _ -> world.advance(Duration.ofMillis(250)); // 6 gauges: 150 s a page
    world.recounting.run();
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
    assertThatThrownBy(() -> world.recounting.run()).isInstanceOf(IllegalStateException.class);
    assertThat(world.logged("gauges_not_recounted"))
        .singleElement()
        .asString()
        .contains(broken.value())
        .doesNotContain("a row of no shape");
    assertThat(world.logged("gauges_recounted").getLast())
        .contains("\"gauges_corrected\":1", "\"tenants_not_recounted\":1");
    assertThatCode(() -> world.recounting.run()).doesNotThrowAnyException();
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
    assertThatThrownBy(() -> world.recounting.run()).isInstanceOf(IllegalStateException.class);
    assertThat(world.logged("gauge_corrected")).hasSize(1);
    world.shelf.beforeCount = _ -> {};
    world.recounting.run();
    assertThat(world.logged("gauge_corrected")).hasSize(3);
  }

  private TenantId counted(Meter gauge, long meter, long rows) {
    TenantId tenant = world.tenant();
    world.shelf.counts(tenant);
    world.shelf.level(tenant, gauge, meter);
    world.shelf.rows.put(tenant, Map.of(gauge, rows));
    return tenant;
  }
}
