package dev.tollgate.local.tour;

import dev.tollgate.local.LocalStack;
import dev.tollgate.local.Options;
import dev.tollgate.local.console.Console;
import dev.tollgate.local.functions.FunctionSource;
import dev.tollgate.local.functions.JarFunctions;
import dev.tollgate.local.stripe.PlansOnSale;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Plays the lives: for each edition a stack of its own, in memory and on free ports, one after the
 * other. {@code mvn -q -Ptour} runs it.
 */
public final class Tour {
  /** All editions, where none is named. */
  static final String ALL = "all";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path projectRoot;
  private final FunctionSource packages;
  private final PrintStream out;
  private final PrintStream log;

  /**
   * @param out takes the timelines
   * @param log takes what functions say
   */
  Tour(Path projectRoot, FunctionSource functions, PrintStream out, PrintStream log) {
    this.projectRoot = projectRoot;
    this.packages = new Packages(functions);
    this.out = out;
    this.log = log;
  }

  /** The working directory is the project's root. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    Path root = Path.of("").toAbsolutePath();
    Path file = root.resolve("infra/local/target/tour.log");
    PrintStream log = new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8);
    System.setOut(log);
    System.setErr(log);
    String edition = System.getProperty("edition", ALL);
    boolean done = new Tour(root, new JarFunctions(root), out, log).run(edition);
    if (!done) {
      out.println("What the functions said is in " + root.relativize(file) + ".");
    }
    System.exit(done ? 0 : 1); // servers have threads of their own
  }

  /**
   * Whether every step came to what it should; the first that did not ends its life, not the tour.
   *
   * @param edition a name, or {@link #ALL}
   */
  boolean run(String edition) {
    List<String> editions =
        Scripts.all().stream()
            .map(Script::edition)
            .distinct()
            .filter(name -> edition.equals(ALL) || edition.equals(name))
            .toList();
    if (editions.isEmpty()) {
      out.println("There is no life for the edition " + edition + ".");
      return false;
    }
    long began = System.nanoTime();
    boolean done = editions.stream().map(this::play).reduce(true, Boolean::logicalAnd);
    line("");
    line("All of it took " + seconds(began) + ".");
    return done;
  }

  private boolean play(String edition) {
    long began = System.nanoTime();
    try (LocalStack stack = LocalStack.start(options(edition));
        Api api = new Api(stack.baseUri())) {
      line("");
      line(edition + ": a stack of its own, started in " + seconds(began));
      return Scripts.all().stream()
          .filter(script -> script.edition().equals(edition))
          .map(script -> live(script, api))
          .reduce(true, Boolean::logicalAnd);
    }
  }

  private boolean live(Script script, Api api) {
    long began = System.nanoTime();
    Life life = new Life(api, script.edition(), script.name());
    Optional<Failed> failure = Optional.empty();
    try {
      script.life().accept(life);
    } catch (Failed e) {
      failure = Optional.of(e);
    }
    Timeline timeline = life.timeline();
    line("");
    line("%s, %s: %s".formatted(script.edition(), script.name(), script.about()));
    timeline.printed().forEach(told -> line("  " + told));
    line(
        "  %d mails, %s, %d days in %s"
            .formatted(
                timeline.count(Timeline.Kind.MAIL), life.sum(), timeline.days(), seconds(began)));
    failure.ifPresent(e -> line("FAILED " + script.edition() + ": " + e.told()));
    return failure.isEmpty();
  }

  private Options options(String edition) {
    return new Options(
        projectRoot.resolve("template.yaml"),
        0,
        edition,
        Optional.empty(),
        false,
        packages,
        List.of(new PlansOnSale()),
        Console.silent(),
        log,
        PATIENCE);
  }

  private void line(String text) {
    out.println(text);
    out.flush();
  }

  private static String seconds(long began) {
    return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - began) / 1e9);
  }
}
