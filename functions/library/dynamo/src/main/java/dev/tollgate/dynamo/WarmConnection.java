package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.lambda.runtime.PrimedAtSnapshot;
import jakarta.inject.Singleton;

/** Makes the first call to the table before the snapshot: a read of an item that cannot exist. */
@Singleton
final class WarmConnection implements PrimedAtSnapshot {
  private final Table table;

  WarmConnection(Table table) {
    this.table = table;
  }

  @Override
  public void prime() {
    table.get(new OneTimeTokenItem.TokenKey(Fingerprint.of("priming")));
  }
}
