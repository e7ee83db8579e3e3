package dev.tollgate.lambda.runtime;

/**
 * Something that does its first, slow work before SnapStart takes its picture, and makes anew after
 * each restore what must not be shared between copies: connections, credentials, random seeds.
 */
public interface PrimedAtSnapshot {

  /** Must be idempotent and leave no trace in any store. */
  void prime();

  /** Whether it is for those who answer requests alone; a background function leaves it out. */
  default boolean isOfRequests() {
    return false;
  }

  /** Called in every copy before its first request. */
  default void restored() {}
}
