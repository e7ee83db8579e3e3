package dev.tollgate.dynamo;

import dev.tollgate.core.calls.CallBlock;
import dev.tollgate.core.calls.CallBlocks;
import dev.tollgate.core.calls.CallCounter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Leases calls: one transaction, whose conditions are the limits. */
final class CallBlocksDynamo implements CallBlocks {
  private final Table table;

  CallBlocksDynamo(Table table) {
    this.table = table;
  }

  @Override
  public Leasing lease(List<CallBlock> blocks) {
    Commit commit = table.write(blocks.stream().map(CallsItem::lease).toList());
    if (!(commit instanceof Commit.Refused refused)) {
      return new Leasing.Leased();
    }
    Map<CallCounter, Long> used = new HashMap<>();
    refused
        .failed()
        .forEach(
            (position, row) ->
                used.put(
                    blocks.get(position).counter(),
                    row.orElseThrow(() -> new IllegalStateException("refused by no item"))
                        .longNumber("used")));
    return new Leasing.NoRoom(used);
  }
}
