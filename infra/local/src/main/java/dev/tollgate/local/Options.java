package dev.tollgate.local;

import dev.tollgate.local.console.Console;
import dev.tollgate.local.functions.FunctionSource;
import dev.tollgate.local.functions.JarFunctions;
import dev.tollgate.local.people.PlatformOwner;
import dev.tollgate.local.stripe.PlansOnSale;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a stack is started.
 *
 * @param template the SAM template it builds itself from
 * @param port 0 for a free one
 * @param edition a name, or the path of a YAML file
 * @param data where everything is kept; empty for memory
 * @param fresh throws away what is kept there
 * @param functions where handlers come from
 * @param seeds planted in this order
 * @param log takes what the platform says about functions
 * @param patience how long settling may take
 */
public record Options(
    Path template,
    int port,
    String edition,
    Optional<Path> data,
    boolean fresh,
    FunctionSource functions,
    List<Seed> seeds,
    Console console,
    PrintStream log,
    Duration patience) {
  private static final int PORT = 8000;
  private static final int HIGHEST_PORT = 65_534; // the next one is for the Stripe stand-in
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** For tests: a free port, nothing kept, nothing printed but what functions print. */
  public static Options inMemory(Path projectRoot) {
    return new Options(
        projectRoot.resolve("template.yaml"),
        0,
        "tollgate",
        Optional.empty(),
        false,
        new JarFunctions(projectRoot),
        List.of(),
        Console.silent(),
        System.out,
        PATIENCE);
  }

  /** As the command line says: {@code port}, {@code edition}, {@code fresh}. */
  static Options ofSystemProperties(Path projectRoot, Console console) {
    Path data = projectRoot.resolve(".local");
    String edition = System.getProperty("edition", "tollgate");
    Path file = projectRoot.resolve(edition);
    boolean fresh = !System.getProperty("fresh", "false").equals("false"); // empty means yes
    return new Options(
        projectRoot.resolve("template.yaml"),
        port(System.getProperty("port", Integer.toString(PORT))),
        Files.isRegularFile(file) ? file.toAbsolutePath().normalize().toString() : edition,
        Optional.of(data),
        fresh,
        new JarFunctions(projectRoot),
        List.of(new PlatformOwner(), new PlansOnSale()),
        console,
        functionLog(data, fresh),
        PATIENCE);
  }

  private static PrintStream functionLog(Path data, boolean fresh) {
    try {
      Path file = Files.createDirectories(data).resolve(DataDirectory.LOG);
      return new PrintStream(
          new FileOutputStream(file.toFile(), !fresh), true, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the functions' log cannot be written", e);
    }
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new StartRefused("The port " + text + " is no number.");
    }
    throw new StartRefused("The port " + text + " is not between 0 and " + HIGHEST_PORT + ".");
  }

  public Options withTemplate(Path other) {
    return new Options(other, port, edition, data, fresh, functions, seeds, console, log, patience);
  }

  public Options withPort(int other) {
    return new Options(
        template, other, edition, data, fresh, functions, seeds, console, log, patience);
  }

  public Options withEdition(String other) {
    return new Options(
        template, port, other, data, fresh, functions, seeds, console, log, patience);
  }

  /** Keeps everything in the given directory, which is made if it is not there. */
  public Options withData(Path other) {
    return new Options(
        template,
        port,
        edition,
        Optional.of(other),
        fresh,
        functions,
        seeds,
        console,
        log,
        patience);
  }

  public Options withFunctions(FunctionSource other) {
    return new Options(template, port, edition, data, fresh, other, seeds, console, log, patience);
  }

  public Options withSeeds(List<Seed> other) {
    return new Options(
        template, port, edition, data, fresh, functions, other, console, log, patience);
  }

  public Options withPatience(Duration other) {
    return new Options(template, port, edition, data, fresh, functions, seeds, console, log, other);
  }
}
