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
  /**
   * On this machine.
   *
   * @param cpus of the system, of which this process may have given one away
   */
  public static Conditions here(int cpus, boolean bound, int rounds, int calls, long seed) {
    String machine =
        "%d CPUs (%s), %s, %s"
            .formatted(
                cpus,
                System.getProperty("os.arch"),
                System.getProperty("os.name"),
                System.getProperty("java.vendor.version"));
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
