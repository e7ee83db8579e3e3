package dev.tollgate.core.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.editions.AnEdition;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Enforcement;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.plans.ListedPlan;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.core.plans.ProviderPrices;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Five people are what every plan allows. */
class PreviewingPlanTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

  private final Ids ids = new Ids(new Random(1));
  private final TenantId tenant = ids.tenant(NOW);
  private final Tenancy tenancy =
      Tenancy.of(
          Account.founded(tenant, "Acme", ids.user(NOW), NOW),
          Enrollment.begun(tenant, new Grant.Given("pro", NOW)));

  @Test
  void whatIsReadOnlyAtItsLimitIsSaidToBeSo() {
    assertThat(isOver(Enforcement.READ_ONLY_AT_LIMIT, 4)).isFalse();
    assertThat(isOver(Enforcement.READ_ONLY_AT_LIMIT, 5)).isTrue();
  }

  @Test
  void everythingElseIsReadOnlyOverItsLimit() {
    for (Enforcement other : List.of(Enforcement.HARD, Enforcement.READ_ONLY_OVER_LIMIT)) {
      assertThat(isOver(other, 5)).isFalse();
      assertThat(isOver(other, 6)).isTrue();
    }
  }

  private boolean isOver(Enforcement enforcement, long people) {
    Edition edition = new AnEdition().enforcing(enforcement).build();
    return new PreviewingPlan(
            edition, shelf(edition), (_, _) -> Map.of(Meter.USERS, people), new Noon())
        .plan(tenancy, "free").orElseThrow().meters().stream()
            .filter(level -> level.right().policy().meter().equals(Meter.USERS))
            .findFirst()
            .orElseThrow()
            .over();
  }

  private static PlanCatalogue shelf(Edition edition) {
    return new PlanCatalogue() {
      @Override
      public List<ListedPlan> all() {
        return edition.plans().stream()
            .map(plan -> new ListedPlan(plan, ProviderPrices.NONE, 1))
            .toList();
      }

      @Override
      public boolean replace(ListedPlan changed) {
        throw new AssertionError("nobody edits");
      }

      @Override
      public void invalidate() {}
    };
  }

  private static final class Noon implements Time {
    @Override
    public Instant now() {
      return NOW;
    }

    @Override
    public Instant now(TenantId of) {
      return NOW;
    }
  }
}
