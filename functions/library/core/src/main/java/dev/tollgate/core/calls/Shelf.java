package dev.tollgate.core.calls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an instance has leased for one subject. One caller at a time: whoever comes while a block is
 * being leased waits for it and takes from it, instead of leasing another.
 */
final class Shelf {
  private final CallBlocks blocks;
  private final Map<String, Lot> lots = new HashMap<>();

  Shelf(CallBlocks blocks) {
    this.blocks = blocks;
  }

  /** One call of each counter, or of none of them. */
  synchronized Taking take(List<CallCounter> counters, Instant now) {
    List<Lot> wanted = counters.stream().map(this::lot).toList();
    List<Taking.Full> full = wanted.stream().flatMap(lot -> lot.refusedAt(now).stream()).toList();
    if (full.isEmpty()) {
      full = lease(wanted.stream().filter(Lot::isEmpty).toList(), now);
    }
    if (!full.isEmpty()) {
      return new Taking.Refused(full, left(wanted));
    }
    wanted.forEach(Lot::handOut);
    return new Taking.Taken(left(wanted));
  }

  private Lot lot(CallCounter counter) {
    Lot lot = lots.computeIfAbsent(counter.name(), _ -> new Lot(counter));
    lot.turnTo(counter);
    return lot;
  }

  /**
   * Fills all of the lots, or none and tells which cannot be filled. Every round but the last makes
   * one of the blocks smaller, and each at most twice.
   */
  private List<Taking.Full> lease(List<Lot> empty, Instant now) {
    List<Taking.Full> full = new ArrayList<>();
    Map<Lot, Asking> asked = new HashMap<>();
    for (Lot lot : empty) {
      Asking.first(lot.counter())
          .ifPresentOrElse(first -> asked.put(lot, first), () -> full.add(lot.refuse(0, now)));
    }
    while (full.isEmpty() && !asked.isEmpty()) {
      switch (blocks.lease(asked.values().stream().map(Asking::block).toList())) {
        case CallBlocks.Leasing.Leased _ -> {
          asked.forEach((lot, asking) -> lot.add(asking.calls()));
          return List.of();
        }
        case CallBlocks.Leasing.NoRoom(var used) -> askForLess(asked, used, full, now);
      }
    }
    return full;
  }

  private static void askForLess(
      Map<Lot, Asking> asked, Map<CallCounter, Long> used, List<Taking.Full> full, Instant now) {
    asked.replaceAll(
        (lot, asking) -> {
          Optional<Long> level = Optional.ofNullable(used.get(lot.counter()));
          Optional<Asking> next = level.map(asking::after).orElseGet(() -> Optional.of(asking));
          if (next.isEmpty()) {
            full.add(lot.refuse(level.orElseThrow(), now));
          }
          return next.orElse(asking);
        });
  }

  private static List<Taking.Left> left(List<Lot> lots) {
    return lots.stream().map(Lot::left).toList();
  }
}
