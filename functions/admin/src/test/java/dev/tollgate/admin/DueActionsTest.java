package dev.tollgate.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.schedule.DueActions.Parked;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fell due and was given up. */
class DueActionsTest {
  private static final String ROUTE = "/api/v1/admin/due-actions";
  private static final Instant SINCE = Instant.parse("2026-03-01T10:00:00Z");
  private static final TenantId TENANT = new Ids(new Random(1)).tenant(SINCE);
  private static final Parked PARKED =
      new Parked(TENANT, "trial_end#2026-03-01T10:00:00Z#0", 12, "IllegalStateException", SINCE);

  private final World world = new World();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void theyAreShownAndOneOfThemIsTriedAgainByItsKey() {
    world.agenda.parked.add(PARKED);
    Map<?, ?> item = (Map<?, ?>) items().getFirst();
    assertThat(item.get("tenant_id")).isEqualTo(TENANT.value());
    assertThat(item.get("action")).isEqualTo(PARKED.key());
    assertThat(item.get("reason")).isEqualTo("IllegalStateException");
    assertThat(item.get("since")).isEqualTo("2026-03-01T10:00:00Z");
    assertThat(String.valueOf(item.get("tries"))).isEqualTo("12");
    String path = "/" + TENANT.value() + "/" + item.get("key") + "/retry";
    assertThat(path).matches("[/A-Za-z0-9_-]+");

    assertThat(world.platformOwner().post(ROUTE + path, "{}").status()).isEqualTo(202);

    assertThat(items()).isEmpty();
    assertThat(world.platformOwner().post(ROUTE + path, "{}").outcome()).isEqualTo("404 not_found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"!!", "a", "dHJpYWw", "%20", "dHJpYWxfZW5kIzIwMjYtMDMtMDFUMTA6MDA6MDBaIzA"})
  void whatIsNotThereIsUnknown(String key) {
    assertThat(
            world
                .platformOwner()
                .post(ROUTE + "/" + TENANT.value() + "/" + key + "/retry", "{}")
                .outcome())
        .isEqualTo("404 not_found");
    assertThat(world.platformOwner().post(ROUTE + "/nobody/" + key + "/retry", "{}").outcome())
        .isEqualTo("404 not_found");
  }

  @Test
  void theyComeInPages() {
    for (int step = 0; step < 3; step++) {
      world.agenda.parked.add(new Parked(TENANT, "trial_reminder#a#" + step, 13, "X", SINCE));
    }
    Map<?, ?> first = world.platformOwner().get(ROUTE + "?limit=2").body();
    assertThat((List<?>) first.get("items")).hasSize(2);
    Map<?, ?> rest =
        world.platformOwner().get(ROUTE + "?limit=2&cursor=" + first.get("next_cursor")).body();
    assertThat((List<?>) rest.get("items")).hasSize(1);
    assertThat(rest.get("next_cursor")).isNull();
    assertThat(world.platformOwner().get(ROUTE + "?limit=201").outcome())
        .isEqualTo("422 validation_failed");
  }

  private List<?> items() {
    return (List<?>) Objects.requireNonNull(world.platformOwner().get(ROUTE).body().get("items"));
  }
}
