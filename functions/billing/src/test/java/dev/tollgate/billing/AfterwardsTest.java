package dev.tollgate.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.billing.Caller.Answer;
import dev.tollgate.core.editions.Meter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What will be, before it happens. */
class AfterwardsTest {
  private static final String TRIAL_END = World.BILLING + "/trial-end";
  private static final Meter TREES = new Meter("trees");

  private final World world = new World();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void aTrialTellsWhatFollowsIt() {
    world.trialing(Duration.ofDays(10));
    Answer answer = world.owner().get(TRIAL_END);
    assertThat(answer.status()).isEqualTo(200);
    String end = world.now.plus(Duration.ofDays(10)).toString();
    assertThat(answer.field("trial_ends_at")).isEqualTo(end);
    assertThat(answer.field("read_only_from")).as("a wall").isEqualTo(end);
    assertThat(answer.field("status_after")).isEqualTo("trialing");
    assertThat(answer.field("features_lost")).isEqualTo(List.of());
  }

  @Test
  void whoPaysHasNoTrialToLookForwardFrom() {
    world.paying("pro", 1);
    assertThat(world.owner().get(TRIAL_END).outcome()).isEqualTo("404 no_trial");
  }

  @Test
  void aSmallerPlanTellsWhatIsTooMuchForItAndWhatBecomesOfThat() {
    world.paying("pro", 1);
    world.books.used.put(TREES, 4L);
    Answer answer = preview("free");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("plan_after")).isEqualTo("free");
    assertThat(answer.field("trial_ends_at")).isNull();
    assertThat(answer.field("meters/trees/used")).isEqualTo(4L);
    assertThat(answer.field("meters/trees/limit")).isEqualTo(3L);
    assertThat(answer.field("meters/trees/over")).isEqualTo(true);
    assertThat(answer.field("meters/trees/policy")).isEqualTo("choose");
  }

  @Test
  void whatIsAtTheLimitIsNotOverIt() {
    world.paying("pro", 1);
    world.books.used.put(TREES, 3L);
    assertThat(preview("free").field("meters/trees/over")).isEqualTo(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PRO", "nothing", "%20", "../free"})
  void whatIsNoPlanIsRefused(String plan) {
    assertThat(preview(plan).outcome()).isEqualTo("422 validation_failed");
    assertThat(world.owner().get(World.BILLING + "/plan-preview").outcome())
        .isEqualTo("422 validation_failed");
  }

  private Answer preview(String plan) {
    return world.owner().get(World.BILLING + "/plan-preview?plan=" + plan);
  }
}
