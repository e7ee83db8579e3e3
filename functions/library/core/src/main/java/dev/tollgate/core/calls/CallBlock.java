package dev.tollgate.core.calls;

/**
 * So many calls of one counter.
 *
 * @param calls above zero, and never above what the counter allows in all
 */
public record CallBlock(CallCounter counter, long calls) {
  public CallBlock {
    if (calls <= 0) {
      throw new IllegalArgumentException("a block without calls");
    }
    if (counter.most().isPresent() && calls > counter.most().getAsLong()) {
      throw new IllegalArgumentException("a block above its limit");
    }
  }
}
