package dev.tollgate.bench.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process has used so far.
 *
 * @param cpuNanos of all its living threads
 * @param peakKilobytes the most memory it had resident at once
 */
public record Footprint(long cpuNanos, long peakKilobytes) {
  static Footprint of(long pid) throws IOException {
    Path process = Path.of("/proc", String.valueOf(pid));
    long cpu = 0;
    try (Stream<Path> threads = Files.list(process.resolve("task"))) {
      for (Path thread : threads.toList()) {
        cpu += nanos(thread.resolve("schedstat"));
      }
    }
    long peak =
        Files.readAllLines(process.resolve("status")).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
            .sum();
    return new Footprint(cpu, peak);
  }

  /** The first of schedstat's three numbers; /proc/PID/stat counts in steps of 10 ms only. */
  private static long nanos(Path schedstat) throws IOException {
    List<String> lines = Files.exists(schedstat) ? Files.readAllLines(schedstat) : List.of();
    return lines.isEmpty() ? 0 : Long.parseLong(lines.getFirst().split(" ", -1)[0]);
  }
}
