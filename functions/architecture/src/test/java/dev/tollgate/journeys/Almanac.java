package dev.tollgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.billing.ProviderCatalogue;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.SyncingPlans;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.lifecycle.RunningDueActions;
import dev.tollgate.core.lifecycle.RunningDueActions.Fate;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.messages.MessageFields;
import dev.tollgate.core.messages.Outbox;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.lambda.events.QueueConsumer;
import dev.tollgate.lambda.events.QueueRecord;
import dev.tollgate.lambda.events.Verdict;
import dev.tollgate.lambda.json.Json;
import dev.tollgate.testkit.faults.Crash;
import dev.tollgate.testkit.faults.Script;
import dev.tollgate.testkit.servers.MailServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Lives through weeks in seconds: time goes from one thing that is due to the next, at the payment
 * provider or in our table, and at each of them everything runs that would run: the provider's
 * jobs, its events through our doors, the lifecycle's schedule, and every message to its consumer.
 */
final class Almanac implements AutoCloseable {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST_ROUNDS = 50;
  private static final int MOST_ACTIONS = 1_000;

  final Till till;
  final MailServer mails;
  private final List<Life> lives = new ArrayList<>();
  private boolean running = true;
  private int times = 1;
  private Optional<IntFunction<Script>> deaths = Optional.empty();
  private int died;

  private Almanac(Till till, MailServer mails) {
    this.till = till;
    this.mails = mails;
  }

  /** From that moment on, with the edition's plans on sale. */
  static Almanac of(String edition, Instant start) {
    MailServer mails = MailServer.inMemory(() -> Instant.EPOCH);
    Till till = Till.of(edition, mails.sesEndpoint());
    till.moveTo(start);
    new SyncingPlans(
            till.world.bean(Edition.class),
            till.world.bean(PlanCatalogue.class),
            till.world.bean(ProviderCustomers.class),
            till.world.bean(ProviderCatalogue.class))
        .sync(false, true);
    return new Almanac(till, mails);
  }

  /** Somebody signs up and proves the mailbox, at the next full hour of that kind. */
  Life signUp() {
    return signUp(World.newEmail());
  }

  /** Nobody looks any more after those who signed up before. */
  Life signUpAlone() {
    lives.clear();
    return signUp();
  }

  Life signUp(String email) {
    Life life = Life.begin(this, email);
    lives.add(life);
    work();
    life.verify();
    work();
    return life;
  }

  /** From now on the lifecycle's schedule does not fire. */
  void lifecycleIsDown() {
    running = false;
  }

  void lifecycleIsUp() {
    running = true;
    work();
  }

  /** From now on each firing comes so many times. */
  void lifecycleFires(int number) {
    times = number;
  }

  /**
   * From now on each run of the lifecycle dies at first.
   *
   * @param script of its calls to the table
   */
  void lifecycleDies(IntFunction<Script> script) {
    deaths = Optional.of(script);
  }

  /** How many runs have died so far. */
  int deaths() {
    return died;
  }

  Instant now() {
    return till.now();
  }

  /** Time passes, due by due; states are looked at each day, since some of them are computed. */
  void live(Duration time) {
    Instant end = now().plus(time);
    for (Instant day = now().plus(DAY); day.isBefore(end); day = day.plus(DAY)) {
      liveUntil(day);
    }
    liveUntil(end);
  }

  private void liveUntil(Instant end) {
    for (Optional<Instant> due = nextDue(end); due.isPresent(); due = nextDue(end)) {
      till.moveTo(due.get());
      work();
    }
    till.moveTo(end);
    lives.forEach(Life::lookAtState);
  }

  private Optional<Instant> nextDue(Instant end) {
    Instant now = now();
    Stream<Instant> ours = running ? dueInTable() : Stream.empty();
    return Stream.concat(till.stripe.nextDue().stream(), ours)
        .filter(due -> due.isAfter(now) && !due.isAfter(end))
        .min(Instant::compareTo);
  }

  private Stream<Instant> dueInTable() {
    return till.world.items().stream()
        .filter(item -> text(item.get("due_shard")).startsWith("LIFECYCLE#"))
        .map(item -> Instant.parse(text(item.get("due_at"))));
  }

  private static String text(AttributeValue value) {
    return value == null || value.s() == null ? "" : value.s();
  }

  /** Everything that is due now, until nothing comes of it any more. */
  void work() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      till.stripe.runDue();
      till.tellEverything();
      int moved = settle();
      if (running) {
        runDue();
      }
      moved += settle();
      if (moved == 0) {
        lives.forEach(Life::look);
        return;
      }
    }
    throw new AssertionError("it does not come to rest");
  }

  private void runDue() {
    for (int time = 0; time < times; time++) {
      if (deaths.isPresent()) {
        die(deaths.get().apply(time));
      }
      run();
    }
  }

  private void die(Script script) {
    till.world.faults.follow(script);
    try {
      run();
    } catch (Crash expected) {
      died++; // another instance goes on, when the claim has run out
    } finally {
      till.world.faults.follow(Script.calm());
    }
  }

  private void run() {
    int looked = till.world.bean(RunningDueActions.class).run(MOST_ACTIONS, Almanac::see);
    assertThat(looked).isLessThan(MOST_ACTIONS);
  }

  private static void see(DueAction action, Fate fate) {
    switch (fate) {
      case Fate.Failed failed -> throw new AssertionError(action.key(), failed.cause());
      case Fate.Parked parked -> throw new AssertionError(action.key(), parked.cause());
      case Fate.Done _, Fate.Dropped _, Fate.Postponed _, Fate.NotOurs _ -> {}
    }
  }

  /** Carries the outbox to the consumers until it is empty, as relay and queues do. */
  private int settle() {
    Outbox outbox = till.world.bean(Outbox.class);
    int carried = 0;
    for (List<Message> due = due(outbox); !due.isEmpty(); due = due(outbox)) {
      due.forEach(this::consume);
      outbox.relayed(due);
      carried += due.size();
    }
    return carried;
  }

  private List<Message> due(Outbox outbox) {
    return outbox.overdue(till.world.bean(Time.class).now().plus(Duration.ofDays(1)), 100);
  }

  /** Of all consumers one knows what to do with it. */
  private void consume(Message message) {
    String body = new String(Json.write(MessageFields.write(message)), StandardCharsets.UTF_8);
    List<Verdict> verdicts = new ArrayList<>();
    for (QueueConsumer consumer : till.world.beans(QueueConsumer.class)) {
      verdicts.add(consumer.consume(new QueueRecord(message.id().value(), body, 1, "")));
    }
    assertThat(verdicts)
        .as(message.announcement().toString())
        .anyMatch(Verdict.Done.class::isInstance);
  }

  @Override
  public void close() {
    till.close();
    mails.close();
  }
}
