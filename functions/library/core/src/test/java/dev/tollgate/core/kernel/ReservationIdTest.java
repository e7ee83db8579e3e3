package dev.tollgate.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReservationIdTest {
  private static final TenantId ONE = new TenantId("ten_" + "0".repeat(26));
  private static final TenantId OTHER = new TenantId("ten_" + "1".repeat(26));

  @Test
  void aKeyAlwaysGivesTheSameId() {
    assertThat(ReservationId.derived(ONE, "order-7"))
        .isEqualTo(ReservationId.derived(ONE, "order-7"))
        .isEqualTo(new ReservationId("res_tr9mnta3x9rn09qwpnwq9cswmz"));
  }

  @Test
  void everyTenantAndEveryKeyHasItsOwn() {
    assertThat(ReservationId.derived(ONE, "k")).isNotEqualTo(ReservationId.derived(OTHER, "k"));
    Set<ReservationId> ids = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      ids.add(ReservationId.derived(ONE, "k" + i));
    }
    assertThat(ids).hasSize(10_000);
  }
}
