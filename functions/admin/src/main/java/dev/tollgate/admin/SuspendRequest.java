package dev.tollgate.admin;

import dev.tollgate.core.accounts.SuspensionCause;
import dev.tollgate.core.kernel.Checked;
import dev.tollgate.core.killswitch.SuspendingTenant;
import dev.tollgate.core.killswitch.SuspensionReason;
import io.micronaut.core.annotation.Introspected;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a tenant shall be suspended.
 *
 * @param reason for its own people: 1 to 500 characters
 * @param cause administrator or terms_of_service; administrator where absent
 */
@Introspected
record SuspendRequest(SuspensionReason reason, @Nullable SuspensionCause cause) {
  SuspendingTenant.Wish wish() {
    return new SuspendingTenant.Wish(
        Objects.requireNonNullElse(cause, SuspensionCause.ADMINISTRATOR), reason);
  }

  /** Those that a person may give. */
  static Checked<SuspensionCause> cause(String text) {
    return switch (text) {
      case "administrator" -> new Checked.Valid<>(SuspensionCause.ADMINISTRATOR);
      case "terms_of_service" -> new Checked.Valid<>(SuspensionCause.TERMS_OF_SERVICE);
      default -> new Checked.Invalid<>("must be administrator or terms_of_service");
    };
  }
}
