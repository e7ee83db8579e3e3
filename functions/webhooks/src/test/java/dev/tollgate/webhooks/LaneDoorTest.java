package dev.tollgate.webhooks;

import static dev.tollgate.webhooks.World.event;
import static dev.tollgate.webhooks.World.record;
import static dev.tollgate.webhooks.World.unavailable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.billing.Happening;
import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.billing.ReplayingEvents;
import dev.tollgate.core.billing.StoredEvent.Status;
import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.lambda.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LaneDoorTest {
  private final World world = new World();
  private final TenantId tenant = world.customer("cus_1");
  private final TenantId other = world.customer("cus_2");
  private final ProviderEvent first = world.stored(event("evt_1", "cus_1"));
  private final ProviderEvent second = world.stored(event("evt_2", "cus_1"));
  private final ProviderEvent third = world.stored(event("evt_3", "cus_1"));
  private final ProviderEvent neighbour = world.stored(event("evt_9", "cus_2"));

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aLaneAsksForItsCustomerOnceAndWritesOnce() {
    assertThat(world.batch(List.of(first, second, neighbour, third))).isEmpty();

    assertThat(world.events.stored.values())
        .allSatisfy(each -> assertThat(each.status()).isEqualTo(Status.APPLIED));
    assertThat(world.provider.asked).isEqualTo(2);
    assertThat(world.table.commits).isEqualTo(2);
    assertThat(seats(tenant)).isEqualTo(1);
    assertThat(world.events.effect("evt_1")).contains("active pro x1");
  }

  @Test
  void fiftyCopiesHaveOneEffect() {
    world.provider.told.put("evt_1", List.of(paid("in_1")));
    List<ProviderEvent> copies = Collections.nCopies(10, first);

    for (int batch = 0; batch < 5; batch++) {
      assertThat(world.batch(copies)).isEmpty();
    }

    assertThat(world.table.enrollment(tenant).version()).isEqualTo(1);
    assertThat(world.table.facts)
        .containsOnlyKeys(
            "subscription_started:sub_cus_1",
            "subscription_changed:1",
            "invoice_paid:in_1",
            "charge_settled:in_1",
            "nothing_owed:sub_cus_1");
    assertThat(world.table.movements).hasSize(1);
  }

  @Test
  void anEventOfNobodysCustomerIsIgnored() {
    ProviderEvent foreign = world.stored(event("evt_5", "cus_nobody"));

    assertThat(world.batch(List.of(foreign))).isEmpty();
    assertThat(world.events.status("evt_5")).isEqualTo(Status.IGNORED);
  }

  @Test
  void poisonIsParkedAndItsNeighboursAreApplied() {
    List<Map<String, Object>> records =
        List.of(
            record("a", body(first), "cus_1"),
            record("b", "{\"id\":1,\"type\":[]}", "cus_1"),
            record("c", "no JSON", "cus_3"),
            record("d", body(neighbour), "cus_2"),
            record("e", body(second), "cus_1"));

    assertThat(world.records(records)).containsExactlyInAnyOrder("b", "c");

    assertThat(world.events.status("evt_1")).isEqualTo(Status.APPLIED);
    assertThat(world.events.status("evt_2")).isEqualTo(Status.APPLIED);
    assertThat(world.events.status("evt_9")).isEqualTo(Status.APPLIED);
    assertThat(world.logged("record_parked")).hasSize(2);
    assertThat(world.logged()).doesNotContain("no JSON");
  }

  @Test
  void poisonIsParkedOnceEvenWhereItsNeighboursComeAgain() {
    world.table.beforeCommit = unavailable();
    List<Map<String, Object>> records =
        List.of(record("a", "no JSON", "cus_1"), record("b", body(first), "cus_1"));

    assertThat(world.records(records)).containsExactly("a", "b");
    assertThat(world.logged("record_parked")).hasSize(1);
    assertThat(world.logged("record_retried")).hasSize(1);

    world.table.beforeCommit = () -> {};
    assertThat(world.records(records)).containsExactly("a");
    assertThat(world.events.status("evt_1")).isEqualTo(Status.APPLIED);
  }

  @Test
  void theOneEventToBlameIsGivenUpAndItsNeighboursAreApplied() {
    world.provider.beforeTell =
        told -> {
          if (told.equals(second)) {
            throw new IllegalStateException("an invoice of no currency");
          }
        };

    assertThat(world.batch(List.of(first, second, third, neighbour))).isEmpty();

    assertThat(world.events.status("evt_1")).isEqualTo(Status.APPLIED);
    assertThat(world.events.status("evt_2")).isEqualTo(Status.FAILED);
    assertThat(world.events.effect("evt_2")).isEqualTo("an invoice of no currency");
    assertThat(world.events.status("evt_3")).isEqualTo(Status.APPLIED);
    assertThat(world.events.status("evt_9")).isEqualTo(Status.APPLIED);
    assertThat(world.logged("event_failed"))
        .singleElement()
        .asString()
        .contains("evt_2", "\"event_failed\":1", "CloudWatchMetrics")
        .doesNotContain("currency");
  }

  @Test
  void aCustomerThatCannotBeUnderstoodBlocksNobody() {
    world.provider.beforeState =
        customer -> {
          if (customer.equals("cus_1")) {
            throw new NumberFormatException("For input string: \"canary\"");
          }
        };

    assertThat(world.batch(List.of(first, second, neighbour))).isEmpty();

    assertThat(world.events.status("evt_1")).isEqualTo(Status.FAILED);
    assertThat(world.events.effect("evt_2")).isEqualTo("NumberFormatException");
    assertThat(world.events.status("evt_9")).isEqualTo(Status.APPLIED);
    assertThat(world.logged()).doesNotContain("canary");
  }

  @Test
  void whatWasGivenUpIsAppliedWhenItIsReplayed() {
    world.provider.beforeTell =
        _ -> {
          throw new IllegalStateException("no such plan");
        };
    world.batch(List.of(first));
    world.provider.beforeTell = _ -> {};

    new ReplayingEvents(world.events, world.events, world).replay("evt_1");
    world.drain();

    assertThat(world.events.status("evt_1")).isEqualTo(Status.APPLIED);
    assertThat(seats(tenant)).isEqualTo(1);
  }

  @Test
  void aLaneThatCannotBeAskedAboutNowComesAgainAndTheOtherIsDone() {
    world.provider.beforeState =
        customer -> {
          if (customer.equals("cus_1")) {
            throw new Unavailable("down");
          }
        };

    assertThat(world.batch(List.of(first, neighbour, second)))
        .containsExactlyInAnyOrder("evt_1", "evt_2");

    assertThat(world.events.status("evt_1")).isEqualTo(Status.RECEIVED);
    assertThat(world.events.status("evt_9")).isEqualTo(Status.APPLIED);

    world.provider.beforeState = _ -> {};
    assertThat(world.batch(List.of(first, second))).isEmpty();
    assertThat(seats(tenant)).isEqualTo(1);
  }

  @Test
  void whatCannotBeWrittenNowComesAgain() {
    world.table.beforeCommit = unavailable();

    assertThat(world.batch(List.of(first))).containsExactly("evt_1");
    assertThat(world.events.status("evt_1")).isEqualTo(Status.RECEIVED);
  }

  @Test
  void anEventThatCannotEvenBeGivenUpComesAgain() {
    world.provider.beforeTell =
        _ -> {
          throw new IllegalStateException("no such plan");
        };
    world.events.beforeFailed = unavailable();

    assertThat(world.batch(List.of(first))).containsExactly("evt_1");
    assertThat(world.logged("event_failed")).isEmpty();
  }

  @Test
  void aTroubleHalfwayThroughALaneKeepsAllOfItAndHarmsNobody() {
    world.provider.beforeTell =
        told -> {
          if (told.equals(second)) {
            throw new IllegalStateException("broken");
          }
          if (told.equals(third)) {
            throw new Unavailable("down");
          }
        };

    assertThat(world.batch(List.of(first, second, third))).hasSize(3);
    assertThat(world.events.status("evt_3")).isEqualTo(Status.RECEIVED);

    world.provider.beforeTell = _ -> {};
    assertThat(world.batch(List.of(first, second, third))).isEmpty();
    assertThat(world.events.stored.values())
        .filteredOn(each -> each.event().lane().equals("cus_1"))
        .allSatisfy(each -> assertThat(each.status()).isEqualTo(Status.APPLIED));
    assertThat(world.table.enrollment(tenant).version()).isEqualTo(1);
  }

  @Test
  void anAlarmIsALineAndAFigureWhoeverItConcerns() {
    ProviderEvent report =
        world.stored(event("evt_6", "v1.billing.meter.error_report_triggered", Optional.empty()));
    world.provider.told.put("evt_6", List.of(new Happening.Alarm("usage is being lost")));
    world.provider.told.put("evt_9", List.of(new Happening.Alarm("finalization failed: in_1")));

    assertThat(world.batch(List.of(report, neighbour))).isEmpty();

    assertThat(world.logged("billing_alarm"))
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains(
                        "\"level\":\"ERROR\"", "\"billing_alarm\":1", "\"Name\":\"billing_alarm\""))
        .anySatisfy(line -> assertThat(line).contains("usage is being lost"))
        .anySatisfy(line -> assertThat(line).contains("finalization failed: in_1"));
    assertThat(seats(other)).isEqualTo(1);
  }

  @Test
  void anAlarmIsToldOnceTheLaneIsDone() {
    world.provider.told.put("evt_1", List.of(new Happening.Alarm("usage is being lost")));
    world.table.beforeCommit = unavailable();
    world.batch(List.of(first));
    assertThat(world.logged("billing_alarm")).isEmpty();

    world.table.beforeCommit = () -> {};
    world.batch(List.of(first));
    assertThat(world.logged("billing_alarm")).hasSize(1);
  }

  private int seats(TenantId whose) {
    return world.table.enrollment(whose).contract().map(Contract::seats).orElse(0);
  }

  private static Happening paid(String invoice) {
    return new Happening.InvoicePaid(
        invoice, "A-1", new Money(1900, "USD"), World.START, Optional.empty());
  }

  private static String body(ProviderEvent event) {
    return new String(Json.write(event.fields()), StandardCharsets.UTF_8);
  }
}
