package dev.tollgate.billing;

import dev.tollgate.core.kernel.Checked;
import dev.tollgate.core.subscriptions.BillingInterval;
import dev.tollgate.lambda.http.FieldReader;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** How the fields of billing's own requests are read. */
@Factory
final class BillingFields {
  @Singleton
  FieldReader<Seats> seats() {
    return new FieldReader<>(Seats.class, Seats::read);
  }

  @Singleton
  FieldReader<BillingInterval> interval() {
    return FieldReader.ofText(
        BillingInterval.class,
        text ->
            BillingInterval.parse(text)
                .<Checked<BillingInterval>>map(Checked.Valid::new)
                .orElseGet(() -> new Checked.Invalid<>("must be monthly or annual")));
  }
}
