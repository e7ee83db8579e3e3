package dev.tollgate.core.accounts;

import java.time.Instant;
import java.util.Optional;

/** Whether an account is to be erased, and how far that has come. */
public sealed interface Erasure {

  /** The ordinary case. Ends when the owner asks for the erasure. */
  record None() implements Erasure {}

  /**
   * The owner asked for it. Ends when the owner logs in before its time, or when it begins.
   *
   * @param since when it was asked for
   * @param at when it begins
   * @param ended the contract that was told to end with its period because of it, and by us
   */
  record Scheduled(Instant since, Instant at, Optional<String> ended) implements Erasure {}

  /** What was there is being deleted: nobody gets in any more, and it ends with the account. */
  record Running(Instant at) implements Erasure {}

  /**
   * The owner came back, and the contract that we told to end is not told otherwise yet. Ends when
   * it is.
   *
   * @param at when the owner came back
   */
  record TakenBack(Instant at, String ended) implements Erasure {}
}
