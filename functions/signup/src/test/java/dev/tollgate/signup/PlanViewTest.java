package dev.tollgate.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Plan;
import dev.tollgate.core.editions.Price;
import dev.tollgate.editions.EditionFiles;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PlanViewTest {
  private static final Edition EDITION = EditionFiles.load("resolutionflow");

  @Test
  void aPriceOfOneSeatSaysSo() throws IOException {
    assertThat(shown(new Price.Monthly(1_999, OptionalLong.empty(), true)))
        .contains("\"monthly_price_cents\":1999,", "\"per_seat\":true,");
  }

  @Test
  void aPriceOfTheWholeAccountSaysSo() throws IOException {
    assertThat(shown(new Price.Monthly(1_999, OptionalLong.empty(), false)))
        .contains("\"per_seat\":false,");
  }

  @Test
  void whatHasNoPriceHasNoneBySeat() throws IOException {
    assertThat(shown(new Price.Free())).contains("\"per_seat\":false,");
    assertThat(shown(new Price.ByAgreement())).contains("\"per_seat\":false,");
  }

  private static String shown(Price price) throws IOException {
    Plan any = EDITION.plans().getFirst();
    Plan priced =
        new Plan(
            any.key(),
            any.displayName(),
            any.description(),
            price,
            any.seats(),
            any.limits(),
            any.features(),
            any.sortOrder(),
            any.isPublic(),
            any.archived(),
            any.recommended());
    return ObjectMapper.getDefault().writeValueAsString(PlanView.of(priced, EDITION));
  }
}
