package dev.tollgate.lambda.http;

import dev.tollgate.core.identity.NewPassword;
import dev.tollgate.core.identity.Password;
import dev.tollgate.core.identity.PasswordPolicy;
import dev.tollgate.core.identity.PersonName;
import dev.tollgate.core.kernel.Checked;
import dev.tollgate.core.kernel.EmailAddress;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** How the core's own types are read from texts, and what is said when they cannot be. */
@Factory
final class FieldReaders {
  /** Far above any password we take, far below what would cost anything to hash. */
  private static final int LONGEST_PASSWORD_TEXT = 1_024;

  private static final int LONGEST_TEXT = 10_000;

  @Singleton
  FieldReader<String> text() {
    return FieldReader.ofText(
        String.class,
        text ->
            text.length() > LONGEST_TEXT
                ? new Checked.Invalid<>("must have at most " + LONGEST_TEXT + " characters")
                : new Checked.Valid<>(text));
  }

  /** A fraction, a text with digits in it and a number beyond a long are none. */
  @Singleton
  FieldReader<Long> wholeNumber() {
    return new FieldReader<>(
        Long.class,
        json ->
            json instanceof Long number
                ? new Checked.Valid<>(number)
                : new Checked.Invalid<>("must be a whole number"));
  }

  @Singleton
  FieldReader<Boolean> flag() {
    return new FieldReader<>(
        Boolean.class,
        json ->
            json instanceof Boolean flag
                ? new Checked.Valid<>(flag)
                : new Checked.Invalid<>("must be true or false"));
  }

  @Singleton
  FieldReader<Instant> time() {
    return FieldReader.ofText(
        Instant.class,
        text -> {
          try {
            return new Checked.Valid<>(Instant.parse(text));
          } catch (DateTimeParseException e) {
            return new Checked.Invalid<>("must be a time in UTC, such as 2026-05-01T12:00:00Z");
          }
        });
  }

  @Singleton
  FieldReader<EmailAddress> email() {
    return FieldReader.ofText(
        EmailAddress.class,
        text -> orInvalid(EmailAddress.parse(text), "must be an e-mail address"));
  }

  @Singleton
  FieldReader<PersonName> name() {
    return FieldReader.ofText(
        PersonName.class,
        text ->
            orInvalid(
                PersonName.parse(text),
                "must be 1 to 120 characters without line breaks or control characters"));
  }

  @Singleton
  FieldReader<Password> password() {
    return FieldReader.ofText(
        Password.class,
        text ->
            text.isEmpty() || text.length() > LONGEST_PASSWORD_TEXT
                ? new Checked.Invalid<>("must have 1 to " + LONGEST_PASSWORD_TEXT + " characters")
                : new Checked.Valid<>(new Password(text)));
  }

  @Singleton
  FieldReader<NewPassword> newPassword(PasswordPolicy policy) {
    return FieldReader.ofText(NewPassword.class, policy::check);
  }

  @Singleton
  PasswordPolicy passwordPolicy() {
    return new PasswordPolicy();
  }

  private static <T> Checked<T> orInvalid(Optional<T> value, String message) {
    return value
        .<Checked<T>>map(Checked.Valid::new)
        .orElseGet(() -> new Checked.Invalid<>(message));
  }
}
