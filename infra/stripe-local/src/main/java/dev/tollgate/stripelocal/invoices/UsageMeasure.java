package dev.tollgate.stripelocal.invoices;

import dev.tollgate.stripelocal.calendar.Period;
import dev.tollgate.stripelocal.ledger.Work;

/** How much a customer used by a meter in a period; meters know. */
@FunctionalInterface
public interface UsageMeasure {
  long used(Work work, String meter, String customer, Period period);
}
