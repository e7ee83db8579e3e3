package dev.tollgate.stripelocal.wire;

/** A part of the stand-in: registers its operations, lists, jobs and pages. */
@FunctionalInterface
public interface Room {
  void register(Router router);
}
