package dev.tollgate.bench;

import dev.tollgate.bench.cases.BenchCase;
import dev.tollgate.bench.measure.Subject;
import dev.tollgate.bench.runtime.AotCache;
import dev.tollgate.bench.runtime.FunctionPackage;
import dev.tollgate.bench.runtime.Launch;
import dev.tollgate.bench.runtime.Layout;
import dev.tollgate.bench.runtime.OneCpu;
import dev.tollgate.bench.runtime.RuntimeClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Copies and unpacks a case's jar and trains its AOT cache, in a folder that is emptied first.
 *
 * @param repository the root of the tree, that jars are named from
 * @param client Lambda's runtime client
 * @param work the folder
 * @param environment of every function
 * @param cpu that functions run on
 */
record Preparation(
    Path repository, RuntimeClient client, Path work, Map<String, String> environment, OneCpu cpu) {

  Preparation emptied() throws IOException {
    if (Files.exists(work)) {
      try (Stream<Path> old = Files.walk(work)) {
        for (Path each : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
    Files.createDirectories(work);
    return this;
  }

  boolean isBuilt(BenchCase bench) {
    return Files.exists(repository.resolve(bench.jar()));
  }

  Subject prepare(BenchCase bench) throws IOException, InterruptedException {
    System.out.println("preparing " + bench.name());
    Path folder = Files.createDirectories(work.resolve(bench.name().replaceAll("[^a-z]+", "-")));
    // A copy: a build that goes on beside must not change the jar under its cache.
    Path jar = Files.copy(repository.resolve(bench.jar()), folder.resolve("function.jar"));
    FunctionPackage function = FunctionPackage.unpack(jar, bench.handler(), folder.resolve("task"));
    Launch managed = Launch.of(client, function, Layout.MANAGED).in(environment);
    // Training is not measured, so it may use every processor.
    AotCache cache = AotCache.train(managed.as(Layout.FLAT), bench.event(), folder);
    return new Subject(bench, managed.on(cpu), cache);
  }
}
