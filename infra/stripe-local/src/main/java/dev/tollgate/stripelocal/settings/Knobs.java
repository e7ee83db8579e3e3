package dev.tollgate.stripelocal.settings;

import java.util.function.UnaryOperator;

/** What a test turns while the server runs. Safe for use by many threads. */
public final class Knobs {
  private Positions positions = Positions.NEUTRAL;

  public synchronized Positions now() {
    return positions;
  }

  public synchronized void set(Positions next) {
    positions = next;
  }

  public synchronized void turn(UnaryOperator<Positions> turn) {
    positions = turn.apply(positions);
  }

  public void reset() {
    set(Positions.NEUTRAL);
  }

  /** The fault that the next request to the path is to meet; it is then used up. */
  public synchronized Positions.Faults takeFailure(String path) {
    Positions.Faults faults = positions.failNext();
    if (!faults.hits(path)) {
      return Positions.Faults.NONE;
    }
    positions = positions.withFailNext(faults.less());
    return faults;
  }

  /** Whether the answer to a request to the path is to be lost; one such loss is then used up. */
  public synchronized boolean takeCut(String path) {
    Positions.Faults cuts = positions.cutNext();
    if (!cuts.hits(path)) {
      return false;
    }
    positions = positions.withCutNext(cuts.less());
    return true;
  }

  /** Whether the next delivery is to be lost; one such loss is then used up. */
  public synchronized boolean takeDrop() {
    if (positions.drop() <= 0) {
      return false;
    }
    positions = positions.withDrop(positions.drop() - 1);
    return true;
  }
}
