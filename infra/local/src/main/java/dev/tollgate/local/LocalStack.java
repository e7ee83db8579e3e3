package dev.tollgate.local;

import dev.tollgate.local.clock.StackClock;
import dev.tollgate.local.console.Console;
import dev.tollgate.local.queues.QueueDepth;
import dev.tollgate.local.queues.Queues;
import dev.tollgate.local.quiet.Quiet;
import dev.tollgate.local.quiet.Stuck;
import dev.tollgate.local.schedules.Journey;
import dev.tollgate.local.stripe.StripePart;
import dev.tollgate.local.template.TemplateError;
import dev.tollgate.stripelocal.StripeLocal;
import dev.tollgate.testkit.servers.MailBox;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The stack that template.yaml describes, running in this process. Tests start one in memory;
 * {@code mvn -Plocal} starts one that keeps its data.
 */
public final class LocalStack implements AutoCloseable {
  private final URI baseUri;
  private final Closing closing;
  private final StackClock clock;
  private final Servers servers;
  private final StripePart stripe;
  private final Journey journey;
  private final Quiet quiet;
  private final Queues queues;
  private final Duration patience;

  LocalStack(
      URI baseUri,
      Closing closing,
      StackClock clock,
      Servers servers,
      StripePart stripe,
      Journey journey,
      Quiet quiet,
      Queues queues,
      Duration patience) {
    this.baseUri = baseUri;
    this.closing = closing;
    this.clock = clock;
    this.servers = servers;
    this.stripe = stripe;
    this.journey = journey;
    this.quiet = quiet;
    this.queues = queues;
    this.patience = patience;
  }

  /** Returns when the stack answers requests. What had started is closed again where it fails. */
  public static LocalStack start(Options options) {
    Closing closing = new Closing();
    boolean started = false;
    try {
      LocalStack stack = new StackStart(options, closing).run();
      started = true;
      return stack;
    } finally {
      if (!started) {
        closing.close();
      }
    }
  }

  /** Of the API, without a slash at its end. */
  public URI baseUri() {
    return baseUri;
  }

  public StackClock clock() {
    return clock;
  }

  public MailBox mails() {
    return servers.mail().box();
  }

  public URI dynamoDbEndpoint() {
    return servers.dynamoDb().endpoint();
  }

  public URI queueEndpoint() {
    return servers.queueEndpoint();
  }

  /** The stand-in, with its knobs. */
  public StripeLocal stripe() {
    return stripe.server();
  }

  /** By the queues' full names. */
  public Map<String, QueueDepth> queues() {
    return queues.depths();
  }

  /** Returns when nothing is left to do; throws {@link Stuck} where that takes too long. */
  public void settle() {
    List<String> left = quiet.await(patience);
    if (!left.isEmpty()) {
      throw new Stuck(left);
    }
  }

  /** Moves the clock; everything that falls due on the way runs in order. */
  public void moveTo(Instant time) {
    journey.toTime(time);
  }

  /** The same for one tenant, while all others stand still. */
  public void moveTo(Instant time, String tenant) {
    journey.toTime(time, tenant);
  }

  /** Takes at most a few seconds; a second call does nothing. */
  @Override
  public void close() {
    closing.close();
  }

  /** Runs until it is interrupted. The working directory is the project's root. */
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    long began = System.nanoTime();
    try {
      Path root = Path.of("").toAbsolutePath();
      Console console = new Console(out);
      Options options = Options.ofSystemProperties(root, console);
      // What functions and servers print goes to their log; people read the console.
      System.setOut(options.log());
      System.setErr(options.log());
      console.line("Tollgate, edition " + options.edition());
      LocalStack stack = start(options);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, console)));
      console.welcome(
          stack.baseUri(), stack.stripe().baseUri(), Duration.ofNanos(System.nanoTime() - began));
    } catch (StartRefused | TemplateError e) {
      err.println(e.getMessage());
      System.exit(1);
    } catch (RuntimeException | LinkageError e) {
      // Servers that did start have threads of their own, which would keep a dead stack alive.
      e.printStackTrace(); // to the log
      err.println(
          "The local stack did not start: " + e.getMessage() + ". See .local/functions.log.");
      System.exit(1);
    }
  }

  private static void stop(LocalStack stack, Console console) {
    console.line("Stopping …");
    stack.close();
    console.line("Stopped. Everything is kept in .local.");
  }
}
