package dev.tollgate.core.schedule;

import dev.tollgate.core.kernel.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * Something that must happen to a tenant, once.
 *
 * @param anchor what it belongs to, such as the end of one trial or the start of one period that is
 *     owed: the same duty towards another one is another action
 * @param step which one it is, where there are several; else 0
 * @param at when, in the tenant's time; it may be done later, and never before
 */
public record DueAction(TenantId tenant, Duty duty, Instant anchor, int step, Instant at) {
  /** In which a tenant's actions are done. */
  public static final Comparator<DueAction> IN_ORDER =
      Comparator.comparing(DueAction::at)
          .thenComparing(DueAction::duty)
          .thenComparing(DueAction::anchor)
          .thenComparingInt(DueAction::step);

  /** As exact as times are stored, or what is read again would be another action. */
  public DueAction {
    anchor = anchor.truncatedTo(ChronoUnit.MILLIS);
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Names it among all that the tenant ever had. */
  public String key() {
    return duty.wireName() + "#" + anchor + "#" + step;
  }
}
