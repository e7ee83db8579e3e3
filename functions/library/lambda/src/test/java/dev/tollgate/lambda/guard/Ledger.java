package dev.tollgate.lambda.guard;

import dev.tollgate.core.calls.CallBlock;
import dev.tollgate.core.calls.CallBlocks;
import dev.tollgate.core.calls.CallCounter;
import dev.tollgate.core.kernel.Unavailable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shared counters, in memory, with their limits as conditions. */
final class Ledger implements CallBlocks {
  final Map<String, Long> used = new HashMap<>();
  int writes;
  boolean down;

  @Override
  public synchronized Leasing lease(List<CallBlock> blocks) {
    writes++;
    if (down) {
      throw new Unavailable("down");
    }
    Map<CallCounter, Long> full = new HashMap<>();
    for (CallBlock block : blocks) {
      long level = used.getOrDefault(place(block.counter()), 0L);
      if (block.counter().most().isPresent()
          && level + block.calls() > block.counter().most().getAsLong()) {
        full.put(block.counter(), level);
      }
    }
    if (!full.isEmpty()) {
      return new Leasing.NoRoom(full);
    }
    blocks.forEach(block -> used.merge(place(block.counter()), block.calls(), Long::sum));
    return new Leasing.Leased();
  }

  private static String place(CallCounter counter) {
    return switch (counter) {
      case CallCounter.OfTenant each -> "tenant " + each.name() + " " + each.start();
      case CallCounter.OfAddress each ->
          "address " + each.address().value() + " " + each.name() + " " + each.start();
      case CallCounter.OfMeter each -> "meter " + each.slot().window();
    };
  }
}
