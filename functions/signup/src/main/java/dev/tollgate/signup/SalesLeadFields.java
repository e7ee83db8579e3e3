package dev.tollgate.signup;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.PlatformOwners;
import dev.tollgate.core.kernel.Checked;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.leads.LeadSource;
import dev.tollgate.core.leads.ReceivingSalesLead;
import dev.tollgate.core.leads.SalesLeads;
import dev.tollgate.lambda.http.FieldReader;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Optional;

/** How somebody who asks for an offer is read, and who receives them. */
@Factory
final class SalesLeadFields {
  @Singleton
  ReceivingSalesLead receiving(
      Edition edition, SalesLeads leads, PlatformOwners owners, Time time, Ids ids) {
    return new ReceivingSalesLead(edition.rateLimits(), leads, owners, time, ids);
  }

  @Singleton
  FieldReader<LeadSource> leadSource() {
    return FieldReader.ofText(
        LeadSource.class,
        text ->
            LeadSource.parse(text)
                .<Checked<LeadSource>>map(Checked.Valid::new)
                .orElseGet(
                    () ->
                        new Checked.Invalid<>(
                            "must be pricing_page, register_footer or landing_page")));
  }

  @Singleton
  FieldReader<TeamSize> teamSize() {
    return FieldReader.ofText(
        TeamSize.class, text -> upTo(TeamSize.LONGEST, text).map(TeamSize::new));
  }

  @Singleton
  FieldReader<LeadMessage> leadMessage() {
    return FieldReader.ofText(
        LeadMessage.class, text -> upTo(LeadMessage.LONGEST, text).map(LeadMessage::new));
  }

  /** Without the blanks around it. */
  private static Checked<String> upTo(int longest, String text) {
    return Optional.of(text.strip())
        .filter(words -> words.codePointCount(0, words.length()) <= longest)
        .<Checked<String>>map(Checked.Valid::new)
        .orElseGet(() -> new Checked.Invalid<>("must have at most " + longest + " characters"));
  }
}
