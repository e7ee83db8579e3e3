package dev.tollgate.dynamo;

import dev.tollgate.lambda.runtime.PrimedAtSnapshot;
import jakarta.inject.Singleton;

/** Makes the first call to the table before the snapshot: a read of an item that never exists. */
@Singleton
final class WarmConnection implements PrimedAtSnapshot {
  private final Table table;

  WarmConnection(Table table) {
    this.table = table;
  }

  /** Every role that reaches the table may read this key. */
  record PrimingKey() implements Key {
    @Override
    public String partition() {
      return "PRIMING";
    }

    @Override
    public String sort() {
      return "PRIMING";
    }
  }

  @Override
  public void prime() {
    table.get(new PrimingKey());
  }
}
