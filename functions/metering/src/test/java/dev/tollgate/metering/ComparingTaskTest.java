package dev.tollgate.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.usage.Usage;
import dev.tollgate.lambda.events.TaskFailed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ComparingTaskTest {
  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void equalSumsAreAFigureAndNoAlarm() {
    TenantId tenant = world.paying("cus_1");
    world.batch(world.recorded(world.used(tenant, "op_1", 3)));

    world.compare();

    assertThat(world.logged("usage_differs")).isEmpty();
    assertThat(world.logged("usage_compared"))
        .singleElement()
        .asString()
        .contains("\"compared\":1", "\"usage_difference\":0", "\"Name\":\"usage_difference\"");
  }

  @Test
  void whatTheProviderLostIsShownToAPerson() {
    TenantId tenant = world.paying("cus_1");
    world.batch(world.recorded(world.used(tenant, "op_1", 3)));
    world.batch(world.recorded(world.used(tenant, "op_2", 4)));
    world.provider.counted.remove("cus_1 op_2");

    world.compare();

    assertThat(world.logged("usage_differs"))
        .singleElement()
        .asString()
        .contains(
            "\"level\":\"ERROR\"", tenant.value(), "\"ours\":7", "\"theirs\":3", "\"late\":0");
    assertThat(world.logged("usage_compared").getLast()).contains("\"usage_difference\":1");
  }

  @Test
  void whatWasNeverReportedIsReportedNow() {
    Usage missed = world.used(world.paying("cus_1"), "op_1", 3);

    world.compare();

    assertThat(world.ledger.found(missed).reportedAt()).isPresent();
    assertThat(world.logged("usage_differs")).singleElement().asString().contains("\"late\":1");
    world.compare();
    assertThat(world.logged("usage_differs")).hasSize(1);
  }

  @Test
  void everyCustomerIsComparedPageByPageAndNobodyElse() {
    for (int i = 0; i < 5; i++) {
      world.paying("cus_" + i);
      world.tenant();
    }

    world.compare();

    assertThat(world.logged("usage_compared").getLast()).contains("\"compared\":5");
    assertThat(world.tenants.pages).isEqualTo(3);
  }

  @Test
  void oneCustomersTroubleIsItsOwnAndTheScheduleTriesAgain() {
    TenantId broken = world.paying("cus_1");
    Usage sound = world.used(world.paying("cus_2"), "op_1", 3);
    world.provider.beforeSum =
        customer -> {
          if (customer.equals("cus_1")) {
            throw new Unavailable("down");
          }
        };

    assertThatThrownBy(world::compare).isInstanceOf(TaskFailed.class);

    assertThat(world.ledger.found(sound).reportedAt()).isPresent();
    assertThat(world.logged("usage_not_compared"))
        .singleElement()
        .asString()
        .contains(broken.value());

    world.provider.beforeSum = _ -> {};
    world.compare();
    assertThat(world.logged("usage_compared").getLast())
        .contains("\"compared\":2", "\"usage_not_compared\":0");
  }

  @Test
  void aProviderThatIsDownIsNotAskedForEverybody() {
    for (int i = 0; i < 20; i++) {
      world.paying("cus_" + i);
    }
    world.provider.beforeSum =
        _ -> {
          throw new Unavailable("down");
        };

    assertThatThrownBy(world::compare).isInstanceOf(TaskFailed.class);

    assertThat(world.logged("usage_not_compared")).hasSize(ComparingTask.PATIENCE);
  }

  @Test
  void withoutAProviderNothingIsCompared() {
    world.paying("cus_1");
    world.provider.configured = false;

    world.compare();

    assertThat(world.tenants.pages).isZero();
    assertThat(world.logged("usage_compared")).isEmpty();
  }
}
