package dev.tollgate.local.desk;

import com.sun.net.httpserver.HttpExchange;
import dev.tollgate.local.clock.StackClock;
import dev.tollgate.local.gateway.Door;
import dev.tollgate.local.gateway.Outgoing;
import dev.tollgate.local.queues.Queues;
import dev.tollgate.local.quiet.Quiet;
import dev.tollgate.local.schedules.Journey;
import dev.tollgate.local.template.StackModel;
import dev.tollgate.testkit.servers.MailBox;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Finds what answers a path under {@code /_local}. */
public final class LocalDesk implements Door.Desk {
  private static final String PREVIEWS = "/_local/previews/";

  private final StackDesk stack;
  private final MailDesk mail;
  private final ClockDesk clock;
  private final Quiet quiet;
  private final PreviewDesk previews;
  private final Duration patience;

  private LocalDesk(
      StackDesk stack,
      MailDesk mail,
      ClockDesk clock,
      Quiet quiet,
      PreviewDesk previews,
      Duration patience) {
    this.stack = stack;
    this.mail = mail;
    this.clock = clock;
    this.quiet = quiet;
    this.previews = previews;
    this.patience = patience;
  }

  /**
   * What the desk shows and moves.
   *
   * @param stripe where the Stripe stand-in is, without a slash at its end
   * @param patience how long to wait until all is quiet
   */
  public record Parts(
      StackModel model,
      String edition,
      String stackName,
      Queues queues,
      URI stripe,
      MailBox mails,
      StackClock clock,
      Journey journey,
      Quiet quiet,
      PreviewDesk previews,
      Duration patience) {}

  public static LocalDesk of(Parts parts) {
    return new LocalDesk(
        new StackDesk(
            parts.model(), parts.edition(), parts.stackName(), parts.queues(), parts.stripe()),
        new MailDesk(parts.mails()),
        new ClockDesk(parts.clock(), parts.journey()),
        parts.quiet(),
        parts.previews(),
        parts.patience());
  }

  @Override
  public Outgoing answer(HttpExchange exchange, byte[] body) {
    String path = exchange.getRequestURI().getPath();
    boolean get = List.of("GET", "HEAD").contains(exchange.getRequestMethod());
    boolean post = exchange.getRequestMethod().equals("POST");
    return switch (path) {
      case "/_local/clock" ->
          get ? clock.show() : post ? clock.move(body) : Problem.methodNotAllowed();
      case "/_local/settle" -> post ? settle() : Problem.methodNotAllowed();
      case "/_local/mail" ->
          get ? mail.show(Query.first(exchange.getRequestURI(), "to")) : Problem.methodNotAllowed();
      case "/_local/queues" -> get ? stack.queues() : Problem.methodNotAllowed();
      case "/_local/stack" -> get ? stack.stack() : Problem.methodNotAllowed();
      case "/_local/previews" ->
          get
              ? previews.list(Query.first(exchange.getRequestURI(), "edition"))
              : Problem.methodNotAllowed();
      default ->
          path.startsWith(PREVIEWS) && get
              ? previews.show(path.substring(PREVIEWS.length()), exchange.getRequestURI())
              : page(path, get);
    };
  }

  private static Outgoing page(String path, boolean get) {
    return Pages.find(path)
        .map(page -> get ? page : Problem.methodNotAllowed())
        .orElseGet(Problem::notFound);
  }

  private Outgoing settle() {
    List<String> left = quiet.await(patience);
    return left.isEmpty()
        ? Outgoing.json(200, "application/json", "{\"settled\":true}")
        : Problem.stuck(left);
  }
}
