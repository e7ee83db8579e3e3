package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.onboarding.AccountInvite;
import dev.tollgate.core.onboarding.InviteCode;
import dev.tollgate.core.onboarding.Invites;
import java.util.List;
import java.util.Optional;

/** Keeps invitations. */
final class InvitesDynamo implements Invites {
  private final Table table;

  InvitesDynamo(Table table) {
    this.table = table;
  }

  @Override
  public Optional<InviteCode> findCode(Fingerprint code) {
    return table.get(new InviteItems.CodeKey(code)).map(InviteItems::readCode);
  }

  @Override
  public Optional<AccountInvite> findAccountInvite(Fingerprint code) {
    return table.get(new InviteItems.AccountInviteKey(code)).map(InviteItems::readAccountInvite);
  }

  @Override
  public void create(InviteCode code) {
    table.writeAlways(List.of(Action.put(InviteItems.write(code)).ifAbsent()));
  }

  @Override
  public void create(AccountInvite invite) {
    table.writeAlways(List.of(Action.put(InviteItems.write(invite)).ifAbsent()));
  }
}
