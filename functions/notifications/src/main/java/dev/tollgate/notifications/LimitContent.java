package dev.tollgate.notifications;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.MeterPolicy;
import java.util.HashMap;
import java.util.Map;

/** What the mails about limits show. */
final class LimitContent {
  private static final int ALL_OF_IT = 100;

  private final FrontendLinks links;
  private final Edition edition;

  LimitContent(FrontendLinks links, Edition edition) {
    this.links = links;
    this.edition = edition;
  }

  /** Throws {@link java.util.NoSuchElementException} for a meter that the edition has not. */
  Content of(Letter.LimitComesNear near) {
    MeterPolicy policy = edition.findMeter(near.meter().key()).orElseThrow();
    Map<String, Shown> own = new HashMap<>();
    own.put("meter", new Shown.Text(policy.displayName()));
    own.put("used", new Shown.Count(near.used(), policy.unit()));
    own.put("limit", new Shown.Count(near.limit(), policy.unit()));
    own.put("consequence", Consequence.of(policy, edition.currency()));
    if (near.percent() >= ALL_OF_IT) {
      return new Content(MailKind.LIMIT_REACHED, links.billing(), own);
    }
    own.put("percent", new Shown.Text(Integer.toString(near.percent())));
    return new Content(MailKind.LIMIT_NEAR, links.billing(), own);
  }
}
