package dev.tollgate.webhooks;

import static dev.tollgate.webhooks.World.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.billing.StoredEvent.Status;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.lambda.events.TaskFailed;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ReconcilingTaskTest {
  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void whatEventsMissedIsPutRightAndReported() {
    TenantId tenant = world.customer("cus_1");

    world.schedule("reconcile");

    assertThat(world.table.enrollment(tenant).contract().map(Contract::seats)).contains(1);
    assertThat(world.logged("drift"))
        .singleElement()
        .asString()
        .contains(tenant.value(), "customer without contract -> active pro x1")
        .doesNotContain("cus_1");
    assertThat(world.logged("reconciled"))
        .singleElement()
        .asString()
        .contains("\"compared\":1", "\"drift\":1", "\"Name\":\"drift\"");
  }

  @Test
  void whatIsRightIsComparedOnceANight() {
    world.customer("cus_1");
    world.schedule("reconcile");
    int asked = world.provider.asked;

    world.schedule("reconcile");
    assertThat(world.provider.asked).isEqualTo(asked);

    world.now = world.now.plus(Duration.ofDays(1));
    world.schedule("reconcile");
    assertThat(world.provider.asked).isEqualTo(asked + 1);
    assertThat(world.logged("drift")).hasSize(1);
    assertThat(world.logged("reconciled").getLast()).contains("\"compared\":1", "\"drift\":0");
  }

  @Test
  void oneRunIsBoundedAndTheNextGoesOn() {
    for (int i = 0; i < ReconcilingTask.MOST + 5; i++) {
      world.customer("cus_" + i);
    }

    world.schedule("reconcile");
    assertThat(world.table.commits).isEqualTo(ReconcilingTask.MOST);

    world.schedule("reconcile");
    assertThat(world.table.commits).isEqualTo(ReconcilingTask.MOST + 5);
  }

  @Test
  void aTenantThatCannotBeUnderstoodStopsNobody() {
    TenantId broken = world.customer("cus_1");
    TenantId sound = world.customer("cus_2");
    world.provider.beforeState =
        customer -> {
          if (customer.equals("cus_1")) {
            throw new IllegalStateException("a price of no plan");
          }
        };

    world.schedule("reconcile");

    assertThat(world.table.enrollment(sound).contract()).isPresent();
    assertThat(world.logged("not_compared")).singleElement().asString().contains(broken.value());
    assertThat(world.logged("reconciled").getLast()).contains("\"not_compared\":1");
  }

  @Test
  void aProviderThatDoesNotAnswerIsLeftToTheNextRun() {
    TenantId tenant = world.customer("cus_1");
    world.provider.beforeState =
        _ -> {
          throw new Unavailable("down");
        };
    assertThatThrownBy(() -> world.schedule("reconcile")).isInstanceOf(TaskFailed.class);

    world.provider.beforeState = _ -> {};
    world.schedule("reconcile");
    assertThat(world.table.enrollment(tenant).contract()).isPresent();
  }

  @Test
  void eventsThatWereLostOnTheWayAreQueuedAgain() {
    world.customer("cus_1");
    ProviderEvent undelivered = event("evt_1", "cus_1");
    ProviderEvent stuck = world.stored(event("evt_2", "cus_1"));
    world.provider.undelivered.add(undelivered);
    world.provider.undelivered.add(event("evt_3", "balance.available", Optional.empty()));
    world.now = world.now.plus(Duration.ofHours(1));

    world.schedule("reconcile");
    assertThat(world.events.queued).containsExactlyInAnyOrder(undelivered, stuck);
    assertThat(world.logged("reconciled").getLast()).contains("\"requeued\":2");

    world.drain();
    assertThat(world.events.status("evt_1")).isEqualTo(Status.APPLIED);
    assertThat(world.events.status("evt_2")).isEqualTo(Status.APPLIED);
  }
}
