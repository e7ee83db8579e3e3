package dev.tollgate.bench.runtime;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How to start a function: one JVM, the runtime client in it, the function in that.
 *
 * @param client Lambda's
 * @param function the package
 * @param layout where the function is found
 * @param flags of the JVM, beyond those of every launch
 * @param environment the function's own variables
 * @param snapStart whether the process stops for a snapshot before its first event
 * @param cpu where it runs
 */
public record Launch(
    RuntimeClient client,
    FunctionPackage function,
    Layout layout,
    List<String> flags,
    Map<String, String> environment,
    boolean snapStart,
    OneCpu cpu) {
  /** What Lambda's own command line has for a function of 1 GB. */
  private static final List<String> LAMBDA =
      List.of("-XX:MaxHeapSize=850m", "-XX:+UseSerialGC", "-Djava.net.preferIPv4Stack=true");

  /** Lambda compiles with C1 alone, except for functions that it takes snapshots of. */
  private static final String C1_ALONE = "-XX:TieredStopAtLevel=1";

  private static final String SNAPSHOTS =
      "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac";

  public Launch {
    flags = List.copyOf(flags);
    environment = Map.copyOf(environment);
  }

  public static Launch of(RuntimeClient client, FunctionPackage function, Layout layout) {
    return new Launch(client, function, layout, List.of(), Map.of(), false, OneCpu.UNBOUND);
  }

  public Launch with(String... more) {
    List<String> all = Stream.concat(flags.stream(), Stream.of(more)).toList();
    return new Launch(client, function, layout, all, environment, snapStart, cpu);
  }

  public Launch in(Map<String, String> variables) {
    return new Launch(client, function, layout, flags, variables, snapStart, cpu);
  }

  public Launch on(OneCpu bound) {
    return new Launch(client, function, layout, flags, environment, snapStart, bound);
  }

  public Launch as(Layout other) {
    return new Launch(client, function, other, flags, environment, snapStart, cpu);
  }

  public Launch withSnapshot() {
    return new Launch(client, function, layout, flags, environment, true, cpu);
  }

  /** The jars of the class path, in order. */
  public List<Path> classPath() {
    return layout == Layout.MANAGED
        ? client.jars()
        : Stream.concat(client.jars().stream(), Stream.of(function.jar())).toList();
  }

  List<String> command() {
    List<String> command = new ArrayList<>(cpu.prefix());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(LAMBDA);
    command.addAll(client.flags());
    command.add(snapStart ? SNAPSHOTS : C1_ALONE);
    command.addAll(flags);
    command.add("-classpath");
    command.add(
        classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add(RuntimeClient.MAIN);
    command.add(function.handler());
    return command;
  }

  Map<String, String> variables(String runtimeApi) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    all.put("_HANDLER", function.handler());
    all.put("LAMBDA_TASK_ROOT", function.taskRoot().toString());
    all.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
    all.put("AWS_LAMBDA_FUNCTION_NAME", "bench");
    all.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
    all.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/bench");
    all.put("AWS_LAMBDA_LOG_STREAM_NAME", "bench");
    all.put("AWS_LAMBDA_INITIALIZATION_TYPE", snapStart ? "snap-start" : "on-demand");
    all.put("LANG", "en_US.UTF-8");
    all.put("TZ", ":UTC");
    return all;
  }
}
