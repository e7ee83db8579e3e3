package dev.tollgate.bench;

import java.security.SecureRandom;

/**
 * What can be chosen on the command line.
 *
 * @param rounds of cold and restored starts
 * @param calls of the warm run
 * @param only parts of names of cases, joined by commas; the floors always run
 * @param seed of the order, so that an order can be had again
 */
record Options(int rounds, int calls, String only, long seed) {
  static Options fromSystemProperties() {
    String seed = System.getProperty("bench.seed", "");
    return new Options(
        Integer.getInteger("bench.rounds", 9),
        Integer.getInteger("bench.calls", 20_000),
        System.getProperty("bench.only", ""),
        seed.isEmpty() ? new SecureRandom().nextInt() : Long.parseLong(seed));
  }
}
