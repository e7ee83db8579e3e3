package dev.tollgate.core.calls;

import dev.tollgate.core.kernel.Unavailable;
import java.util.List;
import java.util.Map;

/** Keeps the counters that all instances share. */
public interface CallBlocks {
  /**
   * Counts all the blocks in one transaction where each fits under its counter's limit, or none of
   * them.
   *
   * @param blocks of different counters, at least one
   * @throws Unavailable where it is not known what was counted; then nothing may be handed out
   */
  Leasing lease(List<CallBlock> blocks);

  /** How leasing ended. */
  sealed interface Leasing {
    /** The calls are the asker's, to hand out or to let lapse. */
    record Leased() implements Leasing {}

    /**
     * Nothing was counted.
     *
     * @param used how far those counters are that had no room for their block
     */
    record NoRoom(Map<CallCounter, Long> used) implements Leasing {
      public NoRoom {
        used = Map.copyOf(used);
      }
    }
  }
}
