package dev.tollgate.dynamo;

import dev.tollgate.core.trials.TrialProof;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the proof of a mailbox does to a trial, as part of a transaction.
 *
 * @param actions the first of which alone can be refused
 */
record TrialEffects(TrialProof proof, List<Action> actions) {
  static TrialEffects of(TrialProof proof, Fences fences) {
    List<Action> actions = new ArrayList<>();
    switch (proof) {
      case TrialProof.NoMatter _ -> {}
      case TrialProof.Claim claim ->
          actions.add(TrialItem.claim(claim.mailbox(), claim.tenant(), claim.at()));
      case TrialProof.Refused refused -> {
        actions.add(EnrollmentItem.replace(refused.next()));
        actions.addAll(
            fences.raise(refused.next().tenant(), refused.next().version() + 1, Map.of()));
        refused.due().forEach(action -> actions.add(DueItem.put(action)));
        actions.add(AuditItem.put(refused.entry()));
      }
    }
    proof.messages().forEach(message -> actions.add(OutboxItem.put(message)));
    return new TrialEffects(proof, actions);
  }

  /** How the first of them can be refused. */
  enum Refusal {
    HAD,
    MOVED
  }

  Refusal refusal() {
    return switch (proof) {
      case TrialProof.Claim _ -> Refusal.HAD;
      case TrialProof.Refused _ -> Refusal.MOVED;
      case TrialProof.NoMatter _ -> throw new IllegalStateException("nothing was asked");
    };
  }
}
