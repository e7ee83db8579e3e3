package dev.tollgate.dynamo;

import dev.tollgate.core.calls.CallBlock;
import dev.tollgate.core.calls.CallBlocks;
import dev.tollgate.core.calls.CallCounter;
import dev.tollgate.core.quota.Claim;
import dev.tollgate.core.quota.Hold;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leases calls: one transaction, whose conditions are the limits. */
final class CallBlocksDynamo implements CallBlocks {
  private final Table table;
  private final Raising raising;

  CallBlocksDynamo(Table table) {
    this.table = table;
    this.raising = new Raising(table);
  }

  @Override
  public Leasing lease(List<CallBlock> blocks) {
    List<CallBlock> windows =
        blocks.stream().filter(block -> !(block.counter() instanceof CallCounter.OfMeter)).toList();
    Optional<CallBlock> metered =
        blocks.stream().filter(block -> block.counter() instanceof CallCounter.OfMeter).findFirst();
    List<Action> counts = windows.stream().map(CallsItem::lease).toList();
    return metered
        .map(block -> lease(windows, counts, block, (CallCounter.OfMeter) block.counter()))
        .orElseGet(
            () ->
                table.write(counts) instanceof Commit.Refused refused
                    ? new Leasing.NoRoom(used(windows, refused.failed()))
                    : new Leasing.Leased());
  }

  /** With the meter that the plan limits, which tells when its limit comes near. */
  private Leasing lease(
      List<CallBlock> windows, List<Action> counts, CallBlock block, CallCounter.OfMeter meter) {
    Claim claim =
        new Claim(new Hold(meter.slot(), block.calls(), false), meter.most(), meter.marks().all());
    Raising.Wish wish =
        new Raising.Wish(meter.tenant(), List.of(claim), Long.MAX_VALUE, meter.marks().at());
    return switch (raising.raise(wish, counts, meter.marks().news())) {
      case Raising.Outcome.Raised _ -> new Leasing.Leased();
      case Raising.Outcome.Refused(var with, var over) -> {
        Map<CallCounter, Long> used = new HashMap<>(used(windows, with));
        over.values().forEach(level -> used.put(meter, level));
        yield new Leasing.NoRoom(used);
      }
      case Raising.Outcome.Stale _ -> throw new IllegalStateException("calls are no level");
    };
  }

  private static Map<CallCounter, Long> used(
      List<CallBlock> windows, Map<Integer, Optional<Row>> refused) {
    Map<CallCounter, Long> used = new HashMap<>();
    refused.forEach(
        (position, row) ->
            used.put(
                windows.get(position).counter(),
                row.orElseThrow(() -> new IllegalStateException("refused by no item"))
                    .longNumber("used")));
    return used;
  }
}
