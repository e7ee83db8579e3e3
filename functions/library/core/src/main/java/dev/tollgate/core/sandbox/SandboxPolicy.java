package dev.tollgate.core.sandbox;

import dev.tollgate.core.billing.ProviderClocks;

/** Whether the deployment has sandboxes, as it says itself. */
public enum SandboxPolicy {
  /** None, so nobody looks for their times. */
  NONE,
  /** Those there are stay where they are in time; none is marked, and no clock is turned. */
  KEPT,
  /** Tenants are marked and their clocks are turned, unless real money moves. */
  ALLOWED;

  /** Whether there may be tenants with a time of their own. */
  public boolean knowsAny() {
    return this != NONE;
  }

  /** Whether tenants are marked and clocks go where they were turned. */
  public boolean permits(ProviderClocks clocks) {
    return this == ALLOWED && !clocks.isLive();
  }
}
