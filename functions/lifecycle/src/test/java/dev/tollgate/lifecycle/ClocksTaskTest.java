package dev.tollgate.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.billing.BillingChanges;
import dev.tollgate.core.billing.Contracts;
import dev.tollgate.core.billing.FollowingTime;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.RefreshingEnrollment;
import dev.tollgate.core.billing.Telling;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.lifecycle.RunningDueActions;
import dev.tollgate.core.sandbox.MovingSandboxes;
import dev.tollgate.core.sandbox.SandboxClock;
import dev.tollgate.core.sandbox.SandboxPolicy;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.schedule.Duty;
import dev.tollgate.editions.EditionFiles;
import dev.tollgate.lambda.logging.Log;
import dev.tollgate.lambda.logging.Measures;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Clocks on their way: who moves them, and what is told of it. */
class ClocksTaskTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Duration MONTH = Duration.ofDays(30);

  private final Ids ids = new Ids(new Random(1));
  private final Edition edition = EditionFiles.load("tollgate");
  private final Journey journey = new Journey(NOW);
  private final Strangers enrollments = new Strangers();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final TenantId tenant = ids.tenant(NOW);

  @Test
  void whatIsParkedOnAJourneyIsMeasuredAsAnyOther() {
    turned(tenant);
    journey.due.add(new DueAction(tenant, Duty.TRIAL_END, NOW, 0, NOW.plus(MONTH)));
    run(SandboxPolicy.ALLOWED);
    assertThat(ahead(tenant)).isEqualTo(MONTH);
    assertThat(logged("due_actions_run"))
        .singleElement()
        .asString()
        .contains("\"looked\":1", "\"due_actions_parked\":1");
    assertThat(logged("clocks_moved"))
        .singleElement()
        .asString()
        .contains("\"clocks_moved\":1", "\"clocks_stuck\":0");
  }

  @Test
  void aClockThatIsStuckIsCountedOnceAndStopsNoOther() {
    TenantId stuck = ids.tenant(NOW);
    journey.clocks.put(
        stuck, new SandboxClock(stuck, Duration.ofDays(1), Optional.of(NOW.plus(MONTH))));
    turned(tenant);
    enrollments.unreadable.add(stuck);
    run(SandboxPolicy.ALLOWED);
    assertThat(ahead(tenant)).isEqualTo(MONTH);
    assertThat(ahead(stuck)).isEqualTo(Duration.ofDays(1));
    assertThat(logged("clock_stuck"))
        .isNotEmpty()
        .allMatch(line -> line.contains(stuck.value()) && !line.contains("no shape"));
    assertThat(logged("clocks_moved"))
        .singleElement()
        .asString()
        .contains("\"clocks_moved\":1", "\"clocks_stuck\":1");
  }

  @Test
  void whereRealMoneyMovesNoClockDoes() {
    turned(tenant);
    journey.live = true;
    run(SandboxPolicy.ALLOWED);
    assertThat(ahead(tenant)).isZero();
  }

  @Test
  void whereSandboxesAreOnlyKeptEachStaysInItsTime() {
    turned(tenant);
    run(SandboxPolicy.KEPT);
    assertThat(ahead(tenant)).isZero();
    assertThat(written.size()).as("nothing to tell").isZero();
  }

  private void turned(TenantId sandbox) {
    journey.clocks.put(
        sandbox, new SandboxClock(sandbox, Duration.ZERO, Optional.of(NOW.plus(MONTH))));
  }

  private Duration ahead(TenantId sandbox) {
    return journey.find(sandbox).orElseThrow().ahead();
  }

  private void run(SandboxPolicy policy) {
    FollowingTime following = new FollowingTime(enrollments, journey, journey);
    RunningDueActions running =
        new RunningDueActions(
            edition,
            journey,
            nobody(Members.class),
            nobody(BillingChanges.class),
            List.of(),
            journey);
    RefreshingEnrollment refreshing =
        new RefreshingEnrollment(
            nobody(ProviderCustomers.class),
            nobody(Contracts.class),
            nobody(Members.class),
            nobody(BillingChanges.class),
            new Telling(edition, ids),
            journey,
            ids);
    Log log = new Log(new PrintStream(written, true, StandardCharsets.UTF_8), "lifecycle");
    new ClocksTask(
            policy,
            new MovingSandboxes(
                journey, journey.times, following, refreshing, running, enrollments, journey),
            following,
            journey,
            journey,
            new LifecycleLog(log, new Measures(log, journey)),
            log)
        .run();
  }

  /** Whom nobody asks. */
  private static <T> T nobody(Class<T> port) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, _) -> {
              throw new AssertionError(method.toString());
            }));
  }

  private List<String> logged(String event) {
    return written
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains("\"event\":\"" + event + "\""))
        .toList();
  }
}
