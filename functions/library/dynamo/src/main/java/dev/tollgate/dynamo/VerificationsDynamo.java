package dev.tollgate.dynamo;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.OneTimeToken;
import dev.tollgate.core.identity.Session;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.onboarding.Verifications;
import java.util.List;

/** Writes the proof of a mailbox. */
final class VerificationsDynamo implements Verifications {
  private final Table table;

  VerificationsDynamo(Table table) {
    this.table = table;
  }

  @Override
  public Redemption redeem(OneTimeToken token, User verified, Session session, AuditEntry entry) {
    Commit commit =
        table.write(
            List.of(
                OneTimeTokenItem.redeem(token, entry.at()),
                UserItem.verify(verified),
                Action.put(SessionItem.write(session)).ifAbsent(),
                AuditItem.put(entry)));
    return commit instanceof Commit.Done ? Redemption.REDEEMED : Redemption.ALREADY_VERIFIED;
  }
}
