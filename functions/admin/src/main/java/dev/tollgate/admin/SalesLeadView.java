package dev.tollgate.admin;

import dev.tollgate.core.leads.SalesLead;
import dev.tollgate.core.leads.SalesLeads;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who asked for an offer.
 *
 * @param source pricing_page, register_footer or landing_page
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record SalesLeadView(
    String id,
    String email,
    String name,
    String company,
    @Nullable String teamSize,
    @Nullable String message,
    String source,
    String receivedAt) {
  static SalesLeadView of(SalesLead lead) {
    return new SalesLeadView(
        lead.id().value(),
        lead.email().value(),
        lead.name().value(),
        lead.company().value(),
        lead.teamSize().orElse(null),
        lead.message().orElse(null),
        lead.source().wireName(),
        lead.receivedAt().toString());
  }

  /** Leads, newest first. */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record PageView(List<SalesLeadView> items, @Nullable String nextCursor) {
    static PageView of(SalesLeads.Page page) {
      return new PageView(
          page.leads().stream().map(SalesLeadView::of).toList(), page.nextCursor().orElse(null));
    }
  }
}
