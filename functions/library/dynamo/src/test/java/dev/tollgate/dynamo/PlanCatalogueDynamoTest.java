package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.plans.ListedPlan;
import dev.tollgate.core.plans.ProviderPrices;
import dev.tollgate.editions.EditionFiles;
import dev.tollgate.testkit.faults.Gate;
import dev.tollgate.testkit.faults.Race;
import dev.tollgate.testkit.faults.Script;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlanCatalogueDynamoTest {
  private final ATable world = new ATable();
  private final Edition edition = EditionFiles.load("tollgate");
  private final PlanCatalogueDynamo catalogue = new PlanCatalogueDynamo(world.table, edition);

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tollgate", "inboxgrove", "pathsix", "pm33", "resolutionflow", "rms"})
  void theFirstReaderFindsWhatTheFileSays(String key) {
    Edition each = EditionFiles.load(key);
    PlanCatalogueDynamo seeded = new PlanCatalogueDynamo(world.table, each);

    List<ListedPlan> first = seeded.all();

    assertThat(first.stream().map(ListedPlan::plan))
        .containsExactlyInAnyOrderElementsOf(each.plans());
    assertThat(first).allMatch(listed -> listed.version() == 0);
    assertThat(first).allMatch(listed -> listed.prices().equals(ProviderPrices.NONE));
    world.faults.follow(Script.calm());
    assertThat(seeded.all()).isEqualTo(first);
    assertThat(world.faults.calls()).containsExactly("Query");
  }

  @Test
  void plansComeInTheirSortOrder() {
    List<Integer> order = catalogue.all().stream().map(each -> each.plan().sortOrder()).toList();

    assertThat(order).isSorted().hasSize(edition.plans().size());
  }

  @Test
  void thirtyFirstReadersSeedOnceAndAllSeeTheSame() {
    world.faults.hold(Gate.after("Query", 30));

    List<List<ListedPlan>> seen =
        Race.run(Collections.<Callable<List<ListedPlan>>>nCopies(30, catalogue::all));

    assertThat(seen).containsOnly(seen.getFirst());
    assertThat(world.size()).isEqualTo(edition.plans().size());
  }

  @Test
  void aChangedPlanStaysChangedAndTheRestIsAsSeeded() {
    ListedPlan before = catalogue.all().getLast();
    ListedPlan changed =
        before
            .with(renamed(before.plan(), "Gold"))
            .with(
                new ProviderPrices(
                    Optional.of("price_m"), Optional.empty(), Map.of(Meter.EMAILS, "price_e")));

    assertThat(catalogue.replace(changed)).isTrue();

    ListedPlan found = catalogue.find(before.plan().key()).orElseThrow();
    assertThat(found.plan()).isEqualTo(changed.plan());
    assertThat(found.prices()).isEqualTo(changed.prices());
    assertThat(found.version()).isEqualTo(1);
    assertThat(catalogue.all()).hasSize(edition.plans().size());
  }

  @Test
  void whoChangesAnOlderVersionChangesNothing() {
    ListedPlan before = catalogue.all().getFirst();
    assertThat(catalogue.replace(before.with(renamed(before.plan(), "First")))).isTrue();

    assertThat(catalogue.replace(before.with(renamed(before.plan(), "Second")))).isFalse();

    assertThat(catalogue.find(before.plan().key()).orElseThrow().plan().displayName())
        .isEqualTo("First");
  }

  @Test
  void aPlanThatNobodyHasCannotBeReplaced() {
    ListedPlan any = catalogue.all().getFirst();
    Plan unknown = withKey(any.plan(), "unheard_of");

    assertThat(catalogue.replace(new ListedPlan(unknown, any.prices(), 0))).isFalse();
  }

  @Test
  void aMeterThatWasDeclaredAfterAPlanWasStoredIsNotUnlimited() {
    ListedPlan any = catalogue.all().getFirst();
    Plan plan = any.plan();
    Meter newcomer =
        plan.limits().keySet().stream().filter(m -> !m.equals(Meter.USERS)).findFirst().get();
    Map<Meter, Limit> fewer = new java.util.HashMap<>(plan.limits());
    fewer.remove(newcomer);
    Plan inFile = with(plan, plan.key(), fewer);
    Plan custom = with(plan, "custom", fewer);
    world.table.writeAlways(List.of(PlanItem.seed(custom)));
    catalogue.replace(any.with(inFile));

    assertThat(catalogue.find(plan.key()).orElseThrow().plan().limit(newcomer))
        .isEqualTo(plan.limit(newcomer));
    assertThat(catalogue.find("custom").orElseThrow().plan().limit(newcomer))
        .isEqualTo(new Limit.AtMost(0));
  }

  @ParameterizedTest
  @CsvSource({"seats, plenty", "price.kind, barter", "limits.users, endless"})
  void aWordThatWeDoNotKnowIsRefused(String attribute, String word) {
    Plan any = catalogue.all().getFirst().plan();
    world.vandalise(new PlanItem.PlanKey(any.key()), attribute, word);

    assertThatThrownBy(catalogue::all).isInstanceOf(IllegalStateException.class);
  }

  private static Plan renamed(Plan plan, String name) {
    return new Plan(
        plan.key(),
        name,
        plan.description(),
        plan.price(),
        plan.seats(),
        plan.limits(),
        plan.features(),
        plan.sortOrder(),
        plan.isPublic(),
        true,
        plan.recommended());
  }

  private static Plan withKey(Plan plan, String key) {
    return with(plan, key, plan.limits());
  }

  private static Plan with(Plan plan, String key, Map<Meter, Limit> limits) {
    return new Plan(
        key,
        plan.displayName(),
        plan.description(),
        plan.price(),
        plan.seats(),
        limits,
        plan.features(),
        plan.sortOrder(),
        plan.isPublic(),
        plan.archived(),
        plan.recommended());
  }
}
