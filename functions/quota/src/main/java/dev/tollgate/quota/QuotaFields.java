package dev.tollgate.quota;

import dev.tollgate.core.kernel.Checked;
import dev.tollgate.core.kernel.ReservationId;
import dev.tollgate.lambda.http.FieldReader;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** How the fields of quota's own requests are read. */
@Factory
final class QuotaFields {
  @Singleton
  FieldReader<Items> items() {
    return new FieldReader<>(Items.class, Items::read);
  }

  @Singleton
  FieldReader<Kept> kept() {
    return new FieldReader<>(Kept.class, Kept::read);
  }

  @Singleton
  FieldReader<ReservationId> reservationId() {
    return FieldReader.ofText(
        ReservationId.class,
        text ->
            ReservationId.isValid(text)
                ? new Checked.Valid<>(new ReservationId(text))
                : new Checked.Invalid<>(
                    "must be res_ and 26 characters of Crockford's base 32 in lower case"));
  }
}
