package dev.tollgate.lambda.events;

/**
 * Work that a schedule starts. It is started again at the next tick whatever happened, so it must
 * find by itself what is left to do.
 */
public interface ScheduledTask {
  /** As the template's schedule spells it in its input. */
  String name();

  void run();
}
