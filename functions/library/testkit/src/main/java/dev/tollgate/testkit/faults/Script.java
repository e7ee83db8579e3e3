package dev.tollgate.testkit.faults;

/** Decides what happens to a call. */
@FunctionalInterface
public interface Script {
  /**
   * @param number counts all calls since the script began, from 1
   * @param operation as the SDK names it, like {@code TransactWriteItems}
   */
  Fault of(int number, String operation);

  static Script calm() {
    return (number, operation) -> Fault.NONE;
  }

  /** One fault, at one call. */
  static Script at(int call, Fault fault) {
    return (number, operation) -> number == call ? fault : Fault.NONE;
  }

  /** The same fault at the first calls of one operation. */
  static Script first(int times, String wanted, Fault fault) {
    java.util.concurrent.atomic.AtomicInteger seen =
        new java.util.concurrent.atomic.AtomicInteger();
    return (number, operation) ->
        operation.equals(wanted) && seen.incrementAndGet() <= times ? fault : Fault.NONE;
  }

  /** The same fault at every call of one operation. */
  static Script always(String wanted, Fault fault) {
    return (number, operation) -> operation.equals(wanted) ? fault : Fault.NONE;
  }
}
