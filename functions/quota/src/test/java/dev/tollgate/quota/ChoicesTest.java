package dev.tollgate.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.apikeys.Scope;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.quota.Caller.Answer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What shall go on where there is more than the limit allows. */
class ChoicesTest {
  private static final Meter TREES = new Meter("trees");
  private static final String ROUTE = World.QUOTA + "/choices/trees";

  /** Of the edition's free plan. */
  private static final int LIMIT = 3;

  private final World world = new World("resolutionflow");

  @BeforeEach
  void onTheFreePlan() {
    world.people.enrollment =
        Enrollment.begun(People.TENANT, new Grant.Given("free", People.LONG_AGO));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void nothingIsChosenAtFirst() {
    Answer answer = world.owner().get(ROUTE);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("keep")).isEqualTo(List.of());
    assertThat(answer.field("in_force")).isEqualTo(false);
  }

  @Test
  void whatWasChosenCanBeChangedAndNothingElse() {
    world.shelf.level(People.TENANT, TREES, LIMIT + 1);
    Answer answer = put("[\"tree-7\", \"tree-8\"]");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("keep")).isEqualTo(List.of("tree-7", "tree-8"));
    assertThat(answer.field("in_force")).isEqualTo(true);
    assertThat(world.shelf.entries).hasSize(1);
    assertThat(mayChange("tree-7")).isEqualTo(true);
    assertThat(mayChange("tree-9")).isEqualTo(false);
  }

  @Test
  void whileThereIsRoomEverythingCanBeChanged() {
    world.shelf.level(People.TENANT, TREES, 1);
    put("[\"tree-7\"]");
    assertThat(mayChange("tree-9")).isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "{\"keep\":null}", "{\"keep\":\"tree\"}", "{\"keep\":[1]}", "[]"})
  void whatIsNoListOfIdsIsRefused(String body) {
    assertThat(world.owner().send("PUT", ROUTE, body).status()).isIn(400, 422);
    assertThat(world.shelf.entries).isEmpty();
  }

  @Test
  void noMoreThanTheLimitAndNoneTwice() {
    String many =
        IntStream.rangeClosed(0, LIMIT)
            .mapToObj(i -> "\"tree-" + i + "\"")
            .collect(Collectors.joining(",", "[", "]"));
    for (String ids : List.of(many, "[\"a\",\"a\"]", "[\"\"]", "[\"" + "x".repeat(101) + "\"]")) {
      assertThat(put(ids).outcome()).as(ids).isEqualTo("422 validation_failed");
    }
    assertThat(world.shelf.entries).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sessions", "nothing", "TREES", "%20"})
  void aMeterWithoutChoicesIsRefused(String meter) {
    assertThat(world.owner().get(World.QUOTA + "/choices/" + meter).outcome())
        .isEqualTo("422 validation_failed");
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"OWNER", "ADMIN"},
      mode = EnumSource.Mode.EXCLUDE)
  void onlyOwnersAndAdminsChoose(Role role) {
    assertThat(world.anybody().as(role).send("PUT", ROUTE, "{\"keep\":[]}").outcome())
        .isEqualTo("403 forbidden");
  }

  @Test
  void theTrailNamesThePersonWhoChoseAndTheOwnerWhereAProgramDid() {
    world.anybody().as(Role.ADMIN).send("PUT", ROUTE, "{\"keep\":[]}");
    world
        .anybody()
        .with("x-api-key", world.keys.with(Scope.QUOTA_WRITE))
        .send("PUT", ROUTE, "{\"keep\":[]}");
    assertThat(world.shelf.entries)
        .extracting(AuditEntry::subject)
        .containsExactly(People.id(Role.ADMIN), People.id(Role.OWNER));
  }

  @Test
  void aTrialsChoiceIsMadeBeforeItEnds() {
    world.trialing(Duration.ofDays(1));
    assertThat(put("[\"tree-7\"]").status()).isEqualTo(200);
  }

  private Answer put(String ids) {
    return world.owner().send("PUT", ROUTE, "{\"keep\":" + ids + "}");
  }

  private Object mayChange(String id) {
    String body = "{\"meter\":\"trees\",\"amount\":0,\"id\":\"" + id + "\"}";
    return String.valueOf(world.owner().post(World.QUOTA + "/check", body).field("allowed"))
        .equals("true");
  }
}
