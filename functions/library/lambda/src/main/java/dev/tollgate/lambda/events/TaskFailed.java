package dev.tollgate.lambda.events;

/**
 * A scheduled task did not come to its end. It has no cause on purpose: Lambda prints what a
 * handler throws, and messages of causes may quote anything. Ours is in the log already, without
 * its words.
 */
public final class TaskFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TaskFailed(String task) {
    super("the task " + task + " failed; its cause is in the log");
  }
}
