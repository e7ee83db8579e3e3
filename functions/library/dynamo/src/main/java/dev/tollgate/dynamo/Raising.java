package dev.tollgate.dynamo;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.quota.Claim;
import dev.tollgate.core.quota.Reservations;
import dev.tollgate.core.quota.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Raises meters under their limits, with whatever is written with it. It is one transaction while a
 * meter stays between two marks; passing one costs a second, since only the refusal of the first
 * shows where the meter is.
 */
final class Raising {
  /** Each round somebody else has moved the meter over a mark, or its forgotten minutes away. */
  private static final int ROUNDS = 60;

  /** Bands are forgotten beyond that, which costs a transaction each. */
  private static final int MOST_BANDS = 10_000;

  private final Table table;

  /** Where each meter was last. Only a guess: the conditions hold whatever it says. */
  private final Map<SlotKey, Integer> bands = new ConcurrentHashMap<>();

  Raising(Table table) {
    this.table = table;
  }

  /**
   * @param seen the version of the enrollment by which the claims were made
   */
  record Wish(TenantId tenant, List<Claim> claims, long seen, Instant now) {}

  /** How it ended. */
  sealed interface Outcome {
    record Raised() implements Outcome {}

    /**
     * Nothing is written.
     *
     * @param with what else was refused, by its position, with the item that was there
     * @param over the meters whose limits refused, and how far they are
     */
    record Refused(Map<Integer, Optional<Row>> with, Map<Meter, Long> over) implements Outcome {}

    /** The tenant's limits have changed since they were read. */
    record Stale() implements Outcome {}
  }

  /**
   * @param with written with it, in the same transaction
   */
  Outcome raise(Wish wish, List<Action> with, Reservations.News news) {
    List<Guess> guesses =
        new ArrayList<>(
            wish.claims().stream()
                .map(claim -> Guess.of(claim, bands.getOrDefault(key(wish, claim), 0)))
                .toList());
    for (int round = 0; round < ROUNDS; round++) {
      if (!(table.write(actions(wish, with, guesses, news)) instanceof Commit.Refused refused)) {
        guesses.forEach(guess -> remember(key(wish, guess.claim()), guess.band()));
        return new Outcome.Raised();
      }
      Optional<Outcome> end = learn(wish, with.size(), guesses, refused);
      if (end.isPresent()) {
        return end.get();
      }
    }
    throw new Unavailable("a meter kept moving");
  }

  private static List<Action> actions(
      Wish wish, List<Action> with, List<Guess> guesses, Reservations.News news) {
    List<Action> actions = new ArrayList<>(with);
    for (Guess guess : guesses) {
      actions.add(guess.action(wish.tenant(), wish.seen(), wish.now()));
    }
    for (Guess guess : guesses) {
      Slot slot = guess.claim().hold().slot();
      guess.news().stream()
          .flatMap(mark -> news.reached(slot, mark, guess.level()).stream())
          .map(OutboxItem::put)
          .forEach(actions::add);
    }
    return actions;
  }

  /** Corrects the guesses that were wrong; present where no guess could be right. */
  private static Optional<Outcome> learn(
      Wish wish, int before, List<Guess> guesses, Commit.Refused refused) {
    Map<Meter, Long> over = new HashMap<>();
    for (int i = 0; i < guesses.size(); i++) {
      int position = before + i;
      if (!refused.at(position)) {
        continue;
      }
      Claim claim = guesses.get(i).claim();
      Optional<Row> row = refused.item(position);
      if (row.filter(r -> r.optionalNumber("epoch").orElse(0L) > wish.seen()).isPresent()) {
        return Optional.of(new Outcome.Stale());
      }
      if (Guess.isOver(claim, row)) {
        over.put(claim.hold().slot().meter(), Guess.used(claim, row));
      }
      guesses.set(i, Guess.of(claim, row, wish.now()));
    }
    Map<Integer, Optional<Row>> with = new HashMap<>();
    refused
        .failed()
        .forEach(
            (position, row) -> {
              if (position < before) {
                with.put(position, row);
              }
            });
    return over.isEmpty() && with.isEmpty()
        ? Optional.empty()
        : Optional.of(new Outcome.Refused(with, over));
  }

  private static SlotKey key(Wish wish, Claim claim) {
    Slot slot = claim.hold().slot();
    return new SlotKey(
        wish.tenant(), // the 24 hours of different moments are one slot
        slot instanceof Slot.LastDay day ? new Slot.LastDay(day.meter(), Instant.EPOCH) : slot);
  }

  private void remember(SlotKey key, int band) {
    if (bands.size() >= MOST_BANDS) {
      bands.clear();
    }
    bands.put(key, band);
  }
}
