package dev.tollgate.core.trials;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.schedule.DueAction;
import dev.tollgate.core.subscriptions.Enrollment;
import java.time.Instant;
import java.util.List;

/** What becomes of a trial when its owner's mailbox is proven: written with the proof. */
public sealed interface TrialProof {
  /** What is told in the same transaction. */
  List<Message> messages();

  /** No trial is at stake, or nothing can take it away. */
  record NoMatter(List<Message> messages) implements TrialProof {
    public NoMatter {
      messages = List.copyOf(messages);
    }
  }

  /** It is this mailbox's trial, unless another tenant had one with it. */
  record Claim(Mailbox mailbox, TenantId tenant, Instant at, List<Message> messages)
      implements TrialProof {
    public Claim {
      messages = List.copyOf(messages);
    }
  }

  /**
   * Another tenant had one with this mailbox, so this one ends.
   *
   * @param next in the place of the version it bears
   */
  record Refused(Enrollment next, List<DueAction> due, AuditEntry entry, List<Message> messages)
      implements TrialProof {
    public Refused {
      due = List.copyOf(due);
      messages = List.copyOf(messages);
    }
  }
}
