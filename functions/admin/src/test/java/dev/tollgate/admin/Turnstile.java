package dev.tollgate.admin;

import dev.tollgate.core.calls.CallBlock;
import dev.tollgate.core.calls.CallBlocks;
import java.util.List;

/** Shared counters that always have room. */
final class Turnstile implements CallBlocks {
  @Override
  public Leasing lease(List<CallBlock> blocks) {
    return new Leasing.Leased();
  }
}
