package dev.tollgate.bench.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The processor that functions run on, alone. 1 CPU is what Lambda gives to 1,769 MB.
 *
 * @param prefix what a command starts with to run there; nothing where that cannot be had
 */
public record OneCpu(List<String> prefix) {
  public static final OneCpu UNBOUND = new OneCpu(List.of());

  public OneCpu {
    prefix = List.copyOf(prefix);
  }

  /**
   * Takes the last processor for functions and leaves the others to this process and the servers in
   * it. With a single processor, or without {@code taskset}, nothing is bound.
   */
  public static OneCpu reserve() throws IOException, InterruptedException {
    List<Integer> cpus = allowed();
    if (cpus.size() < 2 || !Files.isExecutable(Path.of("/usr/bin/taskset"))) {
      return UNBOUND;
    }
    String others =
        String.join(",", cpus.subList(0, cpus.size() - 1).stream().map(String::valueOf).toList());
    String self = String.valueOf(ProcessHandle.current().pid());
    Process bind =
        new ProcessBuilder("/usr/bin/taskset", "-a", "-c", "-p", others, self)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    boolean bound = bind.waitFor(10, TimeUnit.SECONDS) && bind.exitValue() == 0;
    return bound
        ? new OneCpu(List.of("/usr/bin/taskset", "-c", String.valueOf(cpus.getLast())))
        : UNBOUND;
  }

  public boolean bound() {
    return !prefix.isEmpty();
  }

  /** From a line such as {@code Cpus_allowed_list: 0-3,8}. */
  private static List<Integer> allowed() throws IOException {
    List<Integer> cpus = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("Cpus_allowed_list:")) {
        for (String range : line.substring(line.indexOf(':') + 1).trim().split(",", -1)) {
          String[] ends = range.split("-", -1);
          for (int cpu = Integer.parseInt(ends[0]);
              cpu <= Integer.parseInt(ends[ends.length - 1]);
              cpu++) {
            cpus.add(cpu);
          }
        }
      }
    }
    return cpus;
  }
}
