package dev.tollgate.client;

/** Whether an amount would fit, at this moment. It promises nothing for the next. */
public sealed interface CheckAnswer permits Checked, Blocked {
  boolean allowed();
}
