package dev.tollgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.lambda.guard.Open;
import dev.tollgate.lambda.http.Route;
import dev.tollgate.lambda.http.Routes;
import dev.tollgate.testkit.faults.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Invariant 9's other half: the template's routes are the controllers', and each is guarded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteTest {
  private static final Pattern TEMPLATE_ROUTE =
      Pattern.compile("Method: (\\w+), Path: '?([^\\s']+?)'?}$", Pattern.MULTILINE);

  private World world;
  private List<Route> routes;

  @BeforeAll
  void start() {
    world = World.of("tollgate");
    routes = world.bean(Routes.class).all();
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @Test
  void theTemplateHasTheControllersRoutesAndNoOthers() throws IOException {
    Set<String> ours = new TreeSet<>();
    routes.forEach(route -> ours.add(route.name()));
    assertThat(templateRoutes()).isEqualTo(ours);
  }

  @Test
  void whoIsNobodyReachesOnlyOpenRoutes() {
    for (Route route : routes) {
      Answer answer = call(world.caller(), route);
      if (route.open()) {
        assertThat(answer.status()).as(route.name()).isNotEqualTo(500);
        assertThat(route.action().stringValue(Open.class, "because"))
            .as(route.name() + " says why")
            .isPresent();
      } else {
        assertThat(answer.error()).as(route.name()).isEqualTo("unauthenticated");
      }
    }
  }

  @Test
  void whoOwnsAnAccountOwnsNothingOfThePlatform() {
    world.advance(Duration.ofHours(1));
    Answer owner = world.caller().register(World.newEmail());
    List<Route> platform =
        routes.stream().filter(route -> route.path().text().contains("/admin/")).toList();
    assertThat(platform).isNotEmpty();
    for (Route route : platform) {
      Answer answer = call(world.caller().bearing(owner.accessToken()), route);
      assertThat(answer.error()).as(route.name()).isEqualTo("forbidden");
    }
  }

  @Test
  void theRehearsalBeforeASnapshotReadsButWritesNothing() {
    world.caller().register(World.newEmail());
    world.caller().get("/api/v1/plans/public"); // the first reader ever puts the plans there
    long items = world.items().size();
    world.faults.follow(Script.calm());
    world.primeForSnapshot();
    assertThat(world.items()).hasSize((int) items);
    assertThat(world.faults.calls()).isNotEmpty().isSubsetOf("BatchGetItem", "Query", "ListQueues");
  }

  private static Answer call(Caller caller, Route route) {
    String path = route.path().text().replaceAll("\\{\\w+}", "ses_00000000000000000000000000");
    return switch (route.method()) {
      case "GET" -> caller.get(path);
      case "DELETE" -> caller.delete(path);
      case "PUT" -> caller.put(path, java.util.Map.of());
      default -> caller.post(path, "{}");
    };
  }

  private static Set<String> templateRoutes() throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("template.yaml"))) {
      folder = folder.getParent();
    }
    String template = Files.readString(folder.resolve("template.yaml"));
    Set<String> found = new TreeSet<>();
    for (Matcher m = TEMPLATE_ROUTE.matcher(template); m.find(); ) {
      found.add(m.group(1) + " " + m.group(2));
    }
    return found;
  }
}
