package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.messages.Suppressions.Cause;
import dev.tollgate.core.messages.Suppressions.Suppression;
import java.util.Locale;

/** That an address gets no mail, by its fingerprint: the address itself stands nowhere. */
final class SuppressionItem {
  private SuppressionItem() {}

  record SuppressionKey(Fingerprint address) implements Key {
    static SuppressionKey of(EmailAddress address) {
      return new SuppressionKey(Fingerprint.of("mail " + address.value()));
    }

    @Override
    public String partition() {
      return "SUPPRESSED#" + address.value();
    }

    @Override
    public String sort() {
      return "SUPPRESSED";
    }
  }

  /** The first one stays: what comes again changes nothing. */
  static Action put(EmailAddress address, Suppression suppression) {
    return Action.update(
            SuppressionKey.of(address),
            "SET cause = if_not_exists(cause, :cause), since = if_not_exists(since, :since)")
        .with(":cause", suppression.cause().name().toLowerCase(Locale.ROOT))
        .with(":since", suppression.since());
  }

  static Suppression read(Row row) {
    return new Suppression(
        Cause.valueOf(row.text("cause").toUpperCase(Locale.ROOT)), row.instant("since"));
  }
}
