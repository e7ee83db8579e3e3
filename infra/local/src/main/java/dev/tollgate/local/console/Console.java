package dev.tollgate.local.console;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/** What people see while the stack runs: no query, no address, nothing secret. */
public final class Console {
  private final PrintStream out;

  public Console(PrintStream out) {
    this.out = out;
  }

  /** For tests. */
  public static Console silent() {
    return new Console(new PrintStream(OutputStream.nullOutputStream(), false));
  }

  public void line(String text) {
    out.println(text);
    out.flush();
  }

  /** A part that is ready. */
  public void ready(String part, String detail, Duration took) {
    line(String.format(Locale.ROOT, "  %-14s %-46s %5.1f s", part, detail, took.toMillis() / 1e3));
  }

  /**
   * @param route the route's path with its parameters' names, not their values
   */
  public void request(String method, String route, int status, long nanos) {
    line(
        String.format(Locale.ROOT, "%d  %-7s %s  %d ms", status, method, route, nanos / 1_000_000));
  }

  public void welcome(URI baseUri, URI stripe, Duration took) {
    line(
        String.format(
            Locale.ROOT,
            """

            Ready in %.1f s.
              API        %s
              Documents  %s/docs
              Stripe     %s (a stand-in; card 4242 4242 4242 4242 pays)
              Look in    %s/_local
              Logs       .local/functions.log
            Ctrl-C stops it.
            """,
            took.toMillis() / 1e3,
            baseUri,
            baseUri,
            stripe,
            baseUri));
  }

  public void mail(String subject) {
    line("mail  " + subject);
  }
}
