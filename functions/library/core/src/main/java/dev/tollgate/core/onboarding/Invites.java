package dev.tollgate.core.onboarding;

import dev.tollgate.core.kernel.Fingerprint;
import java.util.Optional;

/** Keeps invitations by the fingerprint of their code; used and revoked ones too. */
public interface Invites {
  Optional<InviteCode> findCode(Fingerprint code);

  Optional<AccountInvite> findAccountInvite(Fingerprint code);

  /** Stores a new invitation of the platform. */
  void create(InviteCode code);

  /** Stores a new invitation of an account. */
  void create(AccountInvite invite);
}
