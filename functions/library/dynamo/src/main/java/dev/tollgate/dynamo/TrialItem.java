package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.trials.Mailbox;
import java.time.Instant;

/**
 * That a proven mailbox had its trial, and with which tenant. It outlives the tenant and everything
 * that is known of its people, and bears no address.
 */
final class TrialItem {
  private TrialItem() {}

  record TrialKey(Fingerprint mailbox) implements Key {
    @Override
    public String partition() {
      return "TRIAL#" + mailbox.value();
    }

    @Override
    public String sort() {
      return "TRIAL";
    }
  }

  /** Unless another tenant had it. */
  static Action claim(Mailbox mailbox, TenantId tenant, Instant at) {
    return Action.put(
            new Row.Writer(new TrialKey(mailbox.fingerprint()))
                .text("tenant", tenant.value())
                .instant("at", at))
        .when("attribute_not_exists(pk) OR tenant = :tenant")
        .with(":tenant", tenant.value());
  }

  /** Writes nothing: nobody may have had it. */
  static Action checkUntried(Mailbox mailbox) {
    return Action.check(new TrialKey(mailbox.fingerprint())).ifAbsent();
  }
}
