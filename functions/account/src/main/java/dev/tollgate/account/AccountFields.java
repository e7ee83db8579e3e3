package dev.tollgate.account;

import dev.tollgate.core.apikeys.KeyName;
import dev.tollgate.core.kernel.Checked;
import dev.tollgate.lambda.http.FieldReader;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;

/** How the fields of an account's own requests are read. */
@Factory
final class AccountFields {
  private static final Pattern LANGUAGE =
      Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?");

  @Singleton
  FieldReader<KeyName> keyName() {
    return FieldReader.ofText(
        KeyName.class,
        text ->
            KeyName.parse(text)
                .<Checked<KeyName>>map(Checked.Valid::new)
                .orElseGet(
                    () ->
                        new Checked.Invalid<>(
                            "must be 1 to "
                                + KeyName.LONGEST
                                + " characters without line breaks or control characters")));
  }

  @Singleton
  FieldReader<Scopes> scopes() {
    return new FieldReader<>(Scopes.class, Scopes::read);
  }

  /** A language with its script and region at most: what else a tag can carry, no mail has. */
  @Singleton
  FieldReader<Locale> language() {
    return FieldReader.ofText(
        Locale.class,
        text -> {
          Locale locale = Locale.forLanguageTag(text);
          return LANGUAGE.matcher(text).matches()
                  && locale.toLanguageTag().equals(text)
                  && !locale.getLanguage().isEmpty()
              ? new Checked.Valid<>(locale)
              : new Checked.Invalid<>("must be a BCP 47 language tag, such as en or de-AT");
        });
  }

  /** A zone by its name alone: an offset such as +05:30 knows no summer time and no history. */
  @Singleton
  FieldReader<ZoneId> zone() {
    return FieldReader.ofText(
        ZoneId.class,
        text ->
            ZoneId.getAvailableZoneIds().contains(text)
                ? new Checked.Valid<>(ZoneId.of(text))
                : new Checked.Invalid<>("must be an IANA time zone, such as Asia/Kolkata"));
  }
}
