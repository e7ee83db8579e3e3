package dev.tollgate.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.admin.Caller.Answer;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.plans.ListedPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans are changed while they are sold. */
class PlanLimitsTest {
  private static final String PLANS = World.ADMIN + "/plan-limits";

  private final World world = new World();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void everyPlanIsShownWithLimitsPricesAndVersionAsItIsNow() {
    Answer answer = world.platformOwner().get(PLANS);
    assertThat(answer.status()).isEqualTo(200);
    List<?> items = (List<?>) Objects.requireNonNull(answer.field("items"));
    assertThat(items).hasSize(4);
    Map<?, ?> pro = (Map<?, ?>) items.get(2);
    assertThat(pro.get("plan")).isEqualTo("pro");
    assertThat(pro.get("monthly_price_cents")).isEqualTo(2_999L);
    assertThat(((Map<?, ?>) Objects.requireNonNull(pro.get("limits"))).get("trees")).isEqualTo(50L);
    assertThat(pro.get("version")).isEqualTo(1L);
    assertThat(answer.text()).contains("\"provider_prices\":{\"monthly\":\"price_pro\"");
    assertThat(world.plans.invalidated).isPositive();
  }

  @Test
  void anEditChangesWhatItNamesAndNothingElse() {
    Answer answer =
        edit(
            "\"display_name\":\" Professional \",\"sort_order\":5,\"is_public\":false,"
                + "\"limits\":{\"trees\":60,\"sessions\":null}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("version")).isEqualTo(2L);
    Plan pro = world.plans.plan("pro").plan();
    assertThat(pro.displayName()).isEqualTo("Professional");
    assertThat(pro.description()).isEqualTo("For a team");
    assertThat(pro.sortOrder()).isEqualTo(5);
    assertThat(pro.isPublic()).isFalse();
    assertThat(pro.limit(new Meter("trees"))).isEqualTo(new Limit.AtMost(60));
    assertThat(pro.limit(new Meter("sessions"))).isEqualTo(new Limit.Unlimited());
    assertThat(pro.limit(new Meter("ai_builds"))).isEqualTo(new Limit.AtMost(100));
    assertThat(world.plans.plan("pro").prices().monthly()).contains("price_pro");
  }

  @Test
  void theLimitOfPeopleIsThePlansSeats() {
    edit("\"limits\":{\"users\":25}");
    assertThat(world.plans.plan("pro").plan().seats()).isEqualTo(new Limit.AtMost(25));
  }

  @Test
  void aNewPriceNeedsANewPriceAtTheProvider() {
    Answer answer = edit("\"monthly_price_cents\":3499,\"annual_price_cents\":34990");
    assertThat(answer.field("monthly_price_cents")).isEqualTo(3_499L);
    assertThat(answer.field("annual_price_cents")).isEqualTo(34_990L);
    assertThat(answer.field("provider_prices/monthly")).isNull();
    assertThat(answer.field("per_seat")).isEqualTo(true);
  }

  @Test
  void zeroTakesTheAnnualPriceAway() {
    edit("\"annual_price_cents\":34990");
    Answer answer =
        world
            .platformOwner()
            .send("PUT", PLANS, "{\"plan\":\"pro\",\"version\":2,\"annual_price_cents\":0}");
    assertThat(answer.field("annual_price_cents")).isNull();
    assertThat(answer.field("provider_prices/monthly")).isEqualTo("price_pro");
  }

  @Test
  void aPriceByAgreementMayBecomeOneForEverybody() {
    Answer answer =
        world
            .platformOwner()
            .send(
                "PUT",
                PLANS,
                "{\"plan\":\"enterprise\",\"version\":1,\"monthly_price_cents\":99900}");
    assertThat(answer.field("monthly_price_cents")).isEqualTo(99_900L);
  }

  @Test
  void overageIsMatchedAgainWhereItsLimitMoves() {
    try (World pm33 = new World("pm33")) {
      Meter meter = new Meter("operations");
      ListedPlan listed = pm33.plans.all().getFirst();
      ListedPlan matched =
          listed.with(
              new dev.tollgate.core.plans.ProviderPrices(
                  Optional.of("price_1"), Optional.empty(), Map.of(meter, "price_2")));
      Map<String, @Nullable Long> limits = new HashMap<>();
      limits.put("operations", 12_345L);
      PlanEdit edit =
          new PlanEdit(
              listed.plan().key(),
              1L,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              new LimitChanges(limits));
      assertThat(EditedPlan.of(matched, edit).prices().overage()).isEmpty();
      assertThat(EditedPlan.of(matched, edit).prices().monthly()).contains("price_1");
    }
  }

  @Test
  void anEditIsAudited() {
    edit("\"archived\":true");
    assertThat(world.people.written)
        .singleElement()
        .satisfies(
            change ->
                assertThat(change.audit())
                    .singleElement()
                    .satisfies(
                        entry -> assertThat(entry.action()).isEqualTo(AuditAction.PLAN_EDITED)));
  }

  @Test
  void anEditThatChangesNothingWritesNothing() {
    assertThat(edit("\"display_name\":\"Pro\"").field("version")).isEqualTo(1L);
    assertThat(world.people.written).isEmpty();
  }

  @Test
  void anOldVersionIsAConflict() {
    edit("\"sort_order\":1");
    Answer answer = edit("\"sort_order\":2");
    assertThat(answer.outcome()).isEqualTo("409 version_conflict");
    assertThat(answer.field("version")).isEqualTo(2L);
    assertThat(world.plans.plan("pro").plan().sortOrder()).isEqualTo(1);
  }

  @Test
  void whoeverIsFasterBetweenReadAndWriteWins() {
    world.plans.contended = true;
    assertThat(edit("\"sort_order\":1").outcome()).isEqualTo("409 version_conflict");
    assertThat(world.people.written).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|plan",
        "{\"plan\":\"pro\"}|version",
        "{\"plan\":\"pro\",\"version\":\"1\"}|version",
        "{\"plan\":\"pro\",\"version\":1e999}|version",
        "{\"plan\":[\"pro\"],\"version\":1}|plan",
        "{\"plan\":\"nonsense\",\"version\":1}|plan",
        "{\"plan\":\"pro\",\"version\":1,\"display_name\":\"  \"}|display_name",
        "{\"plan\":\"pro\",\"version\":1,\"display_name\":\"a\\nb\"}|display_name",
        "{\"plan\":\"pro\",\"version\":1,\"monthly_price_cents\":-1}|monthly_price_cents",
        "{\"plan\":\"pro\",\"version\":1,\"monthly_price_cents\":0}|monthly_price_cents",
        "{\"plan\":\"pro\",\"version\":1,\"monthly_price_cents\":100000000}|monthly_price_cents",
        "{\"plan\":\"pro\",\"version\":1,\"monthly_price_cents\":1e999}|monthly_price_cents",
        "{\"plan\":\"free\",\"version\":1,\"monthly_price_cents\":5}|monthly_price_cents",
        "{\"plan\":\"free\",\"version\":1,\"annual_price_cents\":5}|annual_price_cents",
        "{\"plan\":\"enterprise\",\"version\":1,\"annual_price_cents\":5}|annual_price_cents",
        "{\"plan\":\"pro\",\"version\":1,\"annual_price_cents\":-5}|annual_price_cents",
        "{\"plan\":\"pro\",\"version\":1,\"sort_order\":-1}|sort_order",
        "{\"plan\":\"pro\",\"version\":1,\"sort_order\":4294967297}|sort_order",
        "{\"plan\":\"pro\",\"version\":1,\"is_public\":\"true\"}|is_public",
        "{\"plan\":\"pro\",\"version\":1,\"archived\":[true]}|archived",
        "{\"plan\":\"pro\",\"version\":1,\"limits\":[]}|limits",
        "{\"plan\":\"pro\",\"version\":1,\"limits\":7}|limits",
        "{\"plan\":\"pro\",\"version\":1,\"limits\":{\"unicorns\":7}}|limits",
        "{\"plan\":\"pro\",\"version\":1,\"limits\":{\"trees\":\"7\"}}|limits",
        "{\"plan\":\"pro\",\"version\":1,\"limits\":{\"trees\":[7]}}|limits",
        "{\"plan\":\"pro\",\"version\":1,\"limits\":{\"trees\":1.5}}|limits",
        "{\"plan\":\"pro\",\"version\":1,\"limits\":{\"trees\":1e999}}|limits",
        "{\"plan\":\"pro\",\"version\":1,\"limits\":{\"trees\":-7}}|limits.trees"
      })
  void whatIsNotRightNamesItsField(String body, String field) {
    Answer answer = world.platformOwner().send("PUT", PLANS, body);
    assertThat(answer.outcome()).isEqualTo("422 validation_failed");
    assertThat(answer.text()).contains("\"field\":\"" + field + "\"");
    assertThat(world.plans.plan("pro").version()).isEqualTo(1);
  }

  @Test
  void everythingThatIsWrongIsReportedAtOnce() {
    Answer answer =
        edit("\"display_name\":\"\",\"sort_order\":-1,\"limits\":{\"trees\":-1,\"users\":-1}");
    assertThat((List<?>) answer.field("violations")).hasSize(4);
  }

  private Answer edit(String fields) {
    return world
        .platformOwner()
        .send("PUT", PLANS, "{\"plan\":\"pro\",\"version\":1," + fields + "}");
  }
}
