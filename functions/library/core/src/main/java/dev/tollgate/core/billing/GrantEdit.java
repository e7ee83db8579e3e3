package dev.tollgate.core.billing;

import java.time.Instant;

/** What the platform owner gives a tenant, whatever it pays. */
public sealed interface GrantEdit {
  /** So much more of a trial, counted from its end or, where that is past, from now. */
  record MoreDays(int days) implements GrantEdit {}

  /** The trial lasts until then, unless it lasts longer already. */
  record TrialUntil(Instant end) implements GrantEdit {}

  /** A present that never ends. */
  record MakePresent(String plan) implements GrantEdit {}

  /** A plan that is free, or agreed between people. */
  record GivePlan(String plan) implements GrantEdit {}
}
