package dev.tollgate.bench.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Classes of one class path, loaded and linked ahead of time (JEP 514). JDK 25.0.3 does not notice
 * a jar that has changed and runs the old classes (JDK-8377932), so a cache is named by what is in
 * the jars and is made anew for every run.
 *
 * @param file the cache
 */
public record AotCache(Path file) {
  /** So that what only the second call does is in the cache as well. */
  private static final int TRAINING_CALLS = 3;

  /** Starts the function, lets it answer some events, and ends it so that it writes its cache. */
  public static AotCache train(Launch launch, String event, Path folder)
      throws IOException, InterruptedException {
    Path file = folder.toAbsolutePath().resolve(fingerprint(launch.classPath()) + ".aot");
    Files.deleteIfExists(file);
    try (LambdaProcess training = LambdaProcess.start(launch.with("-XX:AOTCacheOutput=" + file))) {
      List<Exchange> answers = training.send(event, TRAINING_CALLS);
      if (answers.stream().anyMatch(Exchange::refused)) {
        throw new FunctionBroken("The training call was refused: " + answers);
      }
      training.terminate();
      if (!Files.exists(file)) {
        throw new FunctionBroken("No AOT cache was written:\n" + training.output());
      }
    }
    return new AotCache(file);
  }

  /** A launch that uses this cache, or fails when the JVM refuses it. */
  public Launch used(Launch launch) {
    return launch.with("-XX:AOTCache=" + file, "-XX:AOTMode=on");
  }

  private static String fingerprint(List<Path> jars) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path jar : jars) {
        digest.update(Files.readAllBytes(jar));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("Every JDK has SHA-256.", absent);
    }
  }
}
