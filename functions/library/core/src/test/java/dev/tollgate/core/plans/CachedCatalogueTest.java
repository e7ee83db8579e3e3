package dev.tollgate.core.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.editions.Price;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CachedCatalogueTest {
  private final Hand hand = new Hand();
  private final Shelf shelf = new Shelf();
  private final CachedCatalogue catalogue = new CachedCatalogue(shelf, hand);

  @Test
  void isReadOnceInFiveMinutes() {
    catalogue.all();
    hand.pass(Duration.ofMinutes(5).minusMillis(1));
    catalogue.find("free");
    assertThat(shelf.reads).isEqualTo(1);

    hand.pass(Duration.ofMillis(1));
    catalogue.onOffer();
    assertThat(shelf.reads).isEqualTo(2);
  }

  @Test
  void isReadAgainAfterAChangeAndAfterARefusedOne() {
    catalogue.all();
    shelf.accepts = true;
    assertThat(catalogue.replace(shelf.plan)).isTrue();
    catalogue.all();
    assertThat(shelf.reads).isEqualTo(2);

    shelf.accepts = false;
    assertThat(catalogue.replace(shelf.plan)).isFalse();
    catalogue.all();
    assertThat(shelf.reads).isEqualTo(3);
  }

  @Test
  void isReadAgainWhenTheClockWasTurnedBack() {
    catalogue.all();
    hand.pass(Duration.ofSeconds(-1));
    catalogue.all();
    assertThat(shelf.reads).isEqualTo(2);
  }

  private static final class Hand implements Time {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public Instant now(TenantId tenant) {
      return now;
    }
  }

  private static final class Shelf implements PlanCatalogue {
    final ListedPlan plan =
        new ListedPlan(
            new Plan(
                "free",
                "Free",
                "",
                new Price.Free(),
                new Limit.AtMost(1),
                Map.of(),
                Map.of(),
                1,
                true,
                false,
                false),
            ProviderPrices.NONE,
            1);
    int reads;
    boolean accepts;

    @Override
    public List<ListedPlan> all() {
      reads++;
      return List.of(plan);
    }

    @Override
    public boolean replace(ListedPlan changed) {
      return accepts;
    }

    @Override
    public void invalidate() {}
  }
}
