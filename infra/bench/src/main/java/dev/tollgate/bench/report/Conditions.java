package dev.tollgate.bench.report;

/**
 * Under which the figures came about.
 *
 * @param machine its kind
 * @param bound whether functions had one processor to themselves
 * @param rounds of cold and restored starts
 * @param calls of the warm run
 * @param seed of the order
 */
public record Conditions(String machine, boolean bound, int rounds, int calls, long seed) {
  /** On this machine. */
  public static Conditions here(boolean bound, int rounds, int calls, long seed) {
    // What the system has, not what is left to this process.
    String machine =
        "%s, %s %s"
            .formatted(
                System.getProperty("os.arch"),
                System.getProperty("java.vendor.version"),
                System.getProperty("os.name"));
    return new Conditions(machine, bound, rounds, calls, seed);
  }

  String line() {
    return "%s; %s; %d rounds, %,d warm calls, seed %d."
        .formatted(
            machine,
            bound
                ? "functions on one CPU, all else on the others"
                : "functions NOT bound to one CPU (no taskset, or a single CPU)",
            rounds,
            calls,
            seed);
  }
}
