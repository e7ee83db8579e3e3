package dev.tollgate.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.kernel.Checked;
import dev.tollgate.core.leads.LeadSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody who asks for an offer may write. */
final class SalesLeadFieldsTest {
  private final SalesLeadFields fields = new SalesLeadFields();

  @Test
  void aPageIsOneOfThree() {
    for (LeadSource source : LeadSource.values()) {
      assertThat(fields.leadSource().read().apply(source.wireName()))
          .isEqualTo(new Checked.Valid<>(source));
    }
    assertThat(fields.leadSource().read().apply("PRICING_PAGE"))
        .isInstanceOf(Checked.Invalid.class);
  }

  @Test
  void aMessageMayHaveLinesAndNotMoreThanItsLength() {
    assertThat(fields.leadMessage().read().apply(" one\ntwo "))
        .isEqualTo(new Checked.Valid<>(new LeadMessage("one\ntwo")));
    assertThat(fields.leadMessage().read().apply("x".repeat(LeadMessage.LONGEST)))
        .isInstanceOf(Checked.Valid.class);
    assertThat(fields.leadMessage().read().apply("x".repeat(LeadMessage.LONGEST + 1)))
        .isInstanceOf(Checked.Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"11-50", "1,000+", "just me"})
  void aTeamSizeIsAsTheirPageWordsIt(String size) {
    assertThat(fields.teamSize().read().apply(size))
        .isEqualTo(new Checked.Valid<>(new TeamSize(size)));
  }
}
