package dev.tollgate.dynamo;

import dev.tollgate.core.identity.OneTimeToken;
import dev.tollgate.core.identity.OneTimeTokens;
import dev.tollgate.core.kernel.Fingerprint;
import java.util.List;
import java.util.Optional;

/** Keeps the fingerprints of mailed secrets. */
final class OneTimeTokensDynamo implements OneTimeTokens {
  private final Table table;

  OneTimeTokensDynamo(Table table) {
    this.table = table;
  }

  @Override
  public void issue(OneTimeToken token) {
    table.writeAlways(List.of(Action.put(OneTimeTokenItem.write(token)).ifAbsent()));
  }

  @Override
  public Optional<OneTimeToken> find(Fingerprint fingerprint) {
    return table.get(new OneTimeTokenItem.TokenKey(fingerprint)).map(OneTimeTokenItem::read);
  }
}
