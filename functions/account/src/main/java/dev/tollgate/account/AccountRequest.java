package dev.tollgate.account;

import dev.tollgate.core.accounts.AccountChange;
import dev.tollgate.core.identity.PersonName;
import io.micronaut.core.annotation.Introspected;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be changed of an account; what is absent stays.
 *
 * @param name 1 to 120 characters
 * @param timeZone as the IANA database names it
 * @param language a tag of BCP 47, such as {@code en} or {@code de-AT}
 */
@Introspected
record AccountRequest(
    @Nullable PersonName name, @Nullable ZoneId timeZone, @Nullable Locale language) {
  boolean changesNothing() {
    return name == null && timeZone == null && language == null;
  }

  AccountChange change() {
    return new AccountChange(
        Optional.ofNullable(name).map(PersonName::value),
        Optional.ofNullable(timeZone),
        Optional.ofNullable(language));
  }
}
