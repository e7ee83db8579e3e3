package dev.tollgate.dynamo;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.Comeback;
import dev.tollgate.core.identity.OneTimeToken;
import dev.tollgate.core.identity.Session;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.onboarding.Verifications;
import dev.tollgate.core.trials.TrialProof;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the proof of a mailbox, and what it means for the trial. */
final class VerificationsDynamo implements Verifications {
  private final Table table;
  private final Fences fences;

  VerificationsDynamo(Table table, Fences fences) {
    this.table = table;
    this.fences = fences;
  }

  @Override
  public Redemption redeem(
      OneTimeToken token,
      User verified,
      Session session,
      AuditEntry entry,
      TrialProof trial,
      Account account,
      Optional<Comeback> comeback) {
    List<Action> actions =
        new ArrayList<>(
            List.of(
                OneTimeTokenItem.redeem(token, entry.at()),
                UserItem.verify(verified),
                Action.put(SessionItem.write(session)).ifAbsent(),
                AuditItem.put(entry)));
    int own = actions.size();
    actions.add(Comebacks.erasure(account, comeback));
    comeback.ifPresent(back -> actions.addAll(Comebacks.effects(back)));
    TrialEffects effects = TrialEffects.of(trial, fences);
    actions.addAll(effects.actions());
    if (!(table.write(actions) instanceof Commit.Refused refused)) {
      return Redemption.REDEEMED;
    }
    if (refused.failed().keySet().stream().anyMatch(position -> position < own)) {
      return Redemption.ALREADY_VERIFIED;
    }
    if (refused.at(own)) {
      return Redemption.MOVED;
    }
    return switch (effects.refusal()) {
      case HAD -> Redemption.TRIAL_HAD;
      case MOVED -> Redemption.MOVED;
    };
  }
}
