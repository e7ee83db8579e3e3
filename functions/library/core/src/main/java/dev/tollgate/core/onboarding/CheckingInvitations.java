package dev.tollgate.core.onboarding;

import dev.tollgate.core.editions.SignUpPolicy;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Fingerprint;
import java.time.Instant;
import java.util.Optional;

/**
 * Who may come in. An account's invitation counts first, then the platform's, then the tester list,
 * then the self-serve switch. A code that is given must be good, even where none is needed.
 */
final class CheckingInvitations {
  private final SignUpPolicy policy;
  private final Invites invites;

  CheckingInvitations(SignUpPolicy policy, Invites invites) {
    this.policy = policy;
    this.invites = invites;
  }

  Invitation check(SignUp signUp, Instant now) {
    if (signUp.accountInviteCode().isPresent()) {
      return byAccount(signUp.accountInviteCode().get(), signUp.email(), now);
    }
    if (signUp.inviteCode().isPresent()) {
      return byPlatform(signUp.inviteCode().get(), signUp.email(), now);
    }
    if (policy.welcomes(signUp.email())) {
      return new Invitation.NotNeeded();
    }
    return new Invitation.Refused(new SigningUp.InviteRequired());
  }

  private Invitation byAccount(String code, EmailAddress email, Instant now) {
    Optional<AccountInvite> invite =
        invites.findAccountInvite(Fingerprint.of(code)).filter(found -> found.isOpen(now));
    if (invite.isEmpty()) {
      return new Invitation.Refused(new SigningUp.InviteInvalid());
    }
    return invite.get().email().equals(email)
        ? new Invitation.ByAccount(invite.get())
        : new Invitation.Refused(new SigningUp.InviteEmailMismatch());
  }

  private Invitation byPlatform(String code, EmailAddress email, Instant now) {
    Optional<InviteCode> found =
        invites.findCode(Fingerprint.of(code)).filter(invite -> invite.isOpen(now));
    if (found.isEmpty()) {
      return new Invitation.Refused(new SigningUp.InviteInvalid());
    }
    return found.get().isFor(email)
        ? new Invitation.ByPlatform(found.get())
        : new Invitation.Refused(new SigningUp.InviteEmailMismatch());
  }
}
