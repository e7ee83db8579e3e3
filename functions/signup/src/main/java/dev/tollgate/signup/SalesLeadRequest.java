package dev.tollgate.signup;

import dev.tollgate.core.identity.PersonName;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.leads.LeadSource;
import dev.tollgate.core.leads.ReceivingSalesLead;
import io.micronaut.core.annotation.Introspected;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who would like to hear from the platform.
 *
 * @param teamSize at most 40 characters, such as {@code 11-50}
 * @param message at most 2,000 characters
 * @param source pricing_page, register_footer or landing_page
 */
@Introspected
record SalesLeadRequest(
    EmailAddress email,
    PersonName name,
    PersonName company,
    @Nullable TeamSize teamSize,
    @Nullable LeadMessage message,
    LeadSource source) {
  ReceivingSalesLead.Inquiry inquiry() {
    return new ReceivingSalesLead.Inquiry(
        email,
        name,
        company,
        Optional.ofNullable(teamSize).map(TeamSize::value).filter(text -> !text.isEmpty()),
        Optional.ofNullable(message).map(LeadMessage::value).filter(text -> !text.isEmpty()),
        source);
  }
}
