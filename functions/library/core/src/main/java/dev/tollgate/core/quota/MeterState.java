package dev.tollgate.core.quota;

import dev.tollgate.core.editions.Enforcement;
import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.entitlements.LimitRight;
import java.util.OptionalLong;

/**
 * How far a tenant has come on one meter.
 *
 * @param used in the meter's unit; may be above the limit, as after a downgrade
 */
public record MeterState(LimitRight right, Slot slot, long used) {
  public Meter meter() {
    return slot.meter();
  }

  /** Empty where it is unlimited; never below zero. */
  public OptionalLong remaining() {
    return right.limit() instanceof Limit.AtMost(long most)
        ? OptionalLong.of(Math.max(0, most - used))
        : OptionalLong.empty();
  }

  /** Whether there is more of it than the limit allows, as after a downgrade. */
  public boolean isOver() {
    return right.limit() instanceof Limit.AtMost(long most) && used > most;
  }

  /**
   * Whether what the meter counts may only be read and given back now. What a level counts always
   * is where there is too much of it; what a counter counted is past.
   */
  public boolean isReadOnly() {
    if (!(right.limit() instanceof Limit.AtMost(long most))) {
      return false;
    }
    return switch (right.enforcement()) {
      case READ_ONLY_AT_LIMIT -> used >= most;
      case READ_ONLY_OVER_LIMIT -> used > most;
      case HARD, OVERAGE -> right.policy().overLimit().isPresent() && used > most;
    };
  }

  /**
   * Whether one of the things that the meter counts may be changed now.
   *
   * @param choice the tenant's; of no weight where the edition's policy is not to choose
   */
  public boolean mayChange(String id, Choice choice) {
    if (!isReadOnly()) {
      return true;
    }
    return right.policy().isChosen()
        && right.limit() instanceof Limit.AtMost(long most)
        && choice.usable(most).contains(id);
  }

  /**
   * Whether so much more would be taken now.
   *
   * @param amount zero asks whether what is there may be changed
   */
  public boolean allows(long amount) {
    if (amount == 0) {
      return !isReadOnly();
    }
    return right.enforcement() == Enforcement.OVERAGE
        || (amount <= Long.MAX_VALUE - used && right.limit().allows(used + amount));
  }
}
