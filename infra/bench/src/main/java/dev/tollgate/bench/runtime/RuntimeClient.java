package dev.tollgate.bench.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lambda's runtime interface client for Java.
 *
 * @param jars its own and those it needs, in a fixed order
 * @param nativePart the library that speaks HTTP for it. Left alone, the client unpacks it at each
 *     start into the same file of /tmp, and dies of what another process is writing there.
 */
public record RuntimeClient(List<Path> jars, Path nativePart) {
  /** Its main class; the one argument is the handler. */
  static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  private static final String NATIVE_PART =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  public RuntimeClient {
    jars = List.copyOf(jars);
  }

  /** From the folder that the build copies it to. */
  public static RuntimeClient in(Path folder) throws IOException {
    String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    Path nativePart = folder.resolve("jni/libaws-lambda-jni.linux-" + processor + ".so");
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> jars =
          files
              .filter(file -> file.toString().endsWith(".jar"))
              .map(Path::toAbsolutePath)
              .sorted()
              .toList();
      return new RuntimeClient(jars, nativePart.toAbsolutePath());
    }
  }

  /** Flags of the JVM that runs it. */
  List<String> flags() {
    return List.of("--enable-native-access=ALL-UNNAMED", "-D" + NATIVE_PART + "=" + nativePart);
  }
}
