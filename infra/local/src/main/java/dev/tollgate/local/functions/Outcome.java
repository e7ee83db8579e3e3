package dev.tollgate.local.functions;

/** How an invocation ended. */
public sealed interface Outcome {

  record Answer(byte[] json) implements Outcome {}

  /** The handler threw; what it threw is in the functions' log. */
  record Failed() implements Outcome {}

  /** The function's own timeout passed; Lambda would have stopped it. */
  record TimedOut() implements Outcome {}
}
