package dev.tollgate.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.lambda.events.EventDoor;
import dev.tollgate.lambda.events.MessageBody;
import dev.tollgate.lambda.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The package's second door, beside its routes. */
class KillSwitchQueueTest {
  private final World world = new World("inboxgrove");
  private final EventDoor door = world.queue();
  private final TenantId tenant = world.tenants.founded();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void theEditionsTenthComplaintSuspends() {
    for (int i = 1; i <= 9; i++) {
      assertThat(batch(message(new Announcement.ComplaintReceived("c" + i)))).isEmpty();
    }
    assertThat(world.tenants.standing(tenant)).isEqualTo(new Standing.Good());
    batch(message(new Announcement.ComplaintReceived("c10")));
    assertThat(world.tenants.standing(tenant)).isInstanceOf(Standing.Suspended.class);
  }

  @Test
  void aThirdRefusedChargeSuspendsAndAPaymentRestores() {
    batch(message(new Announcement.ChargeRefused("in_1", 2)));
    assertThat(world.tenants.standing(tenant)).isEqualTo(new Standing.Good());
    batch(message(new Announcement.ChargeRefused("in_1", 3)));
    assertThat(world.tenants.standing(tenant)).isInstanceOf(Standing.Suspended.class);
  }

  @Test
  void workThatWaitedGoesOn() {
    Message waiting = message(new Announcement.UsageRecorded("op", Meter.EMAILS, 1));
    world.tenants.held.add(waiting);
    assertThat(batch(message(new Announcement.WorkResumed()))).isEmpty();
    assertThat(world.tenants.outbox).containsExactly(waiting);
  }

  @Test
  void poisonAndWhatIsForOthersStayAndTheirNeighbourIsDone() {
    List<String> bodies =
        List.of(
            "no JSON",
            MessageBody.write(message(new Announcement.CustomerWanted())),
            MessageBody.write(message(new Announcement.BlockListed("acme.com", "zen"))));
    assertThat(bodies(bodies)).containsExactly("0", "1");
    assertThat(world.tenants.standing(tenant)).isInstanceOf(Standing.Suspended.class);
  }

  @Test
  void whatCannotBeWrittenComesAgain() {
    world.tenants.down = true;
    Message listed = message(new Announcement.BlockListed("acme.com", "zen"));
    assertThat(batch(listed)).containsExactly("0");
    world.tenants.down = false;
    assertThat(batch(listed)).isEmpty();
    assertThat(world.tenants.standing(tenant)).isInstanceOf(Standing.Suspended.class);
  }

  private Message message(Announcement announcement) {
    return world.tenants.message(tenant, announcement);
  }

  private List<String> batch(Message message) {
    return bodies(List.of(MessageBody.write(message)));
  }

  /** The places of the records that SQS must keep. */
  private List<String> bodies(List<String> bodies) {
    List<Map<String, Object>> records = new ArrayList<>();
    for (String body : bodies) {
      records.add(
          Map.of(
              "messageId",
              Integer.toString(records.size()),
              "eventSource",
              "aws:sqs",
              "body",
              body,
              "attributes",
              Map.of("ApproximateReceiveCount", "1")));
    }
    Map<?, ?> answer =
        (Map<?, ?>)
            Objects.requireNonNull(Json.read(door.handle(Json.write(Map.of("Records", records)))));
    return ((List<?>) Objects.requireNonNull(answer.get("batchItemFailures")))
        .stream().map(item -> String.valueOf(((Map<?, ?>) item).get("itemIdentifier"))).toList();
  }
}
