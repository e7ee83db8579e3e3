package dev.tollgate.local.gateway;

import dev.tollgate.local.functions.Functions;
import dev.tollgate.local.functions.Outcome;
import dev.tollgate.local.template.Cors;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers a request as the deployed HTTP API would. */
public final class Gateway {
  /** The gateway waits no longer for a function, whatever that function's own timeout. */
  private static final Duration INTEGRATION_TIMEOUT = Duration.ofSeconds(30);

  /** Lambda's limit for an event and for an answer of a synchronous invocation, in bytes. */
  private static final int LARGEST_PAYLOAD = 6 * 1024 * 1024;

  private final RouteTable routes;
  private final Functions functions;
  private final CorsRules cors;
  private final GatewayEvent event;
  private final InstantSource clock;

  /**
   * @param authority the host and port clients reach it by
   */
  public Gateway(
      RouteTable routes, Functions functions, Cors cors, String authority, InstantSource clock) {
    this.routes = routes;
    this.functions = functions;
    this.cors = new CorsRules(cors);
    this.event = new GatewayEvent(authority);
    this.clock = clock;
  }

  /**
   * @param route the matched route's path, for the console: it holds no secret of a real path
   */
  record Answered(Outgoing answer, String route) {}

  Answered answer(Incoming request) {
    String requestId = UUID.randomUUID().toString();
    if (cors.answers(request)) {
      return new Answered(cors.preflight(request), "(preflight)");
    }
    Optional<RouteTable.Match> match = routes.find(request.method(), request.rawPath());
    Outgoing answer =
        match
            .map(m -> invoke(request, m, requestId))
            .orElseGet(() -> Outgoing.message(404, "Not Found"));
    return new Answered(
        cors.apply(request, answer.with(Map.of("apigw-requestid", requestId))),
        match.map(m -> m.route().path()).orElse("(no route)"));
  }

  private Outgoing invoke(Incoming request, RouteTable.Match match, String requestId) {
    byte[] json = event.write(request, match, requestId, clock.instant());
    if (json.length > LARGEST_PAYLOAD) {
      return Outgoing.message(413, "Request Entity Too Large");
    }
    return switch (functions.invoke(match.function(), json)) {
      case Outcome.Answer answer when answer.json().length <= LARGEST_PAYLOAD ->
          FunctionAnswer.read(answer.json()).orElseGet(Gateway::failure);
      case Outcome.Answer tooLarge -> failure();
      case Outcome.Failed failed -> failure();
      case Outcome.TimedOut late ->
          match.function().timeout().compareTo(INTEGRATION_TIMEOUT) < 0
              ? failure()
              : Outgoing.message(503, "Service Unavailable");
    };
  }

  private static Outgoing failure() {
    return Outgoing.message(500, "Internal Server Error");
  }
}
