package dev.tollgate.lambda.http;

import dev.tollgate.core.idempotency.StoredAnswers;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.lambda.guard.Admission;
import dev.tollgate.lambda.guard.Calls;
import dev.tollgate.lambda.guard.Counted;
import dev.tollgate.lambda.guard.Declaration;
import dev.tollgate.lambda.guard.Guards;
import dev.tollgate.lambda.guard.Keyring;
import dev.tollgate.lambda.logging.Log;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The way of a request through a function: find the route, ask the guards, answer a repeated
 * request as before, call the controller, and say it in the contract's words whatever happened.
 */
@Singleton
public final class Exchange {
  private final Routes routes;
  private final Actions actions;
  private final BeanProvider<Guards> guards;
  private final BeanProvider<Keyring> keyring;
  private final BeanProvider<Calls> calls;
  private final BeanProvider<StoredAnswers> answers;
  private final Encoder encoder;
  private final Time time;
  private final Log log;
  private final RequestLog requests;

  Exchange(
      Routes routes,
      Actions actions,
      BeanProvider<Guards> guards,
      BeanProvider<Keyring> keyring,
      BeanProvider<Calls> calls,
      BeanProvider<StoredAnswers> answers,
      Encoder encoder,
      Time time,
      Log log,
      RequestLog requests) {
    this.routes = routes;
    this.actions = actions;
    this.guards = guards;
    this.keyring = keyring;
    this.calls = calls;
    this.answers = answers;
    this.encoder = encoder;
    this.time = time;
    this.log = log;
    this.requests = requests;
  }

  /**
   * Makes at once what its routes will ask for, so that what is missing stops the start. A function
   * whose routes ask for nothing of it has nothing of it.
   */
  void start() {
    List<Declaration> declared = routes.all().stream().map(Route::declared).toList();
    if (declared.stream().anyMatch(each -> !each.open())) {
      guards.get();
    }
    if (declared.stream().anyMatch(each -> each.scope().isPresent())) {
      keyring.get().check();
    }
    if (declared.stream().anyMatch(Declaration::isCountedByAddress)) {
      calls.get();
    }
  }

  /** The answer as API Gateway wants it. */
  byte[] answer(Request request) {
    long started = System.nanoTime();
    Routes.Match match = routes.find(request);
    String name = match instanceof Routes.Match.Found found ? found.route().name() : "no route";
    Response response = handle(request, match, calls::get);
    byte[] answer = encode(request, response);
    requests.write(request, name, response.status(), (System.nanoTime() - started) / 1000);
    return answer;
  }

  /** The same uncounted and without a line in the log, for a request that nobody sent. */
  byte[] rehearse(Request request) {
    return encode(request, handle(request, routes.find(request), Calls::none));
  }

  private byte[] encode(Request request, Response response) {
    Response complete = SecurityHeaders.addTo(response).header("x-request-id", request.requestId());
    return ApiGatewayAnswer.write(complete, encoder.encode(complete));
  }

  /** The last line of defence: a bug is logged with its place and answered without it. */
  private Response handle(Request request, Routes.Match match, Supplier<Calls> counting) {
    try {
      return switch (match) {
        case Routes.Match.Found found -> guarded(request, found, counting);
        case Routes.Match.OtherMethods other ->
            Problem.of(
                    405, "method_not_allowed", "Method not allowed", "Try " + other.allowed() + ".")
                .response()
                .header("allow", String.join(", ", other.allowed()));
        case Routes.Match.Nothing _ -> Problem.notFound().response();
      };
    } catch (Unavailable e) {
      log.error("unavailable", Map.of("request_id", request.requestId()), e);
      return Problem.unavailable().response();
    } catch (RuntimeException e) {
      log.error("bug", Map.of("request_id", request.requestId()), e);
      return Problem.internal().response();
    }
  }

  private Response guarded(Request request, Routes.Match.Found found, Supplier<Calls> counting) {
    Route route = found.route();
    Admission admission =
        route.open()
            ? open(request, route, counting)
            : guards.get().admit(request, route.declared(), counting.get());
    Response response =
        switch (admission) {
          case Admission.Denied denied -> denied.problem().response();
          case Admission.Welcome _ ->
              run(new Call(request, route, found.variables(), Optional.empty()));
          case Admission.Admitted admitted ->
              run(new Call(request, route, found.variables(), Optional.of(admitted.caller())));
        };
    for (Map.Entry<String, String> header : admission.headers().entrySet()) {
      response = response.header(header.getKey(), header.getValue());
    }
    return response;
  }

  private static Admission open(Request request, Route route, Supplier<Calls> counting) {
    if (!route.declared().isCountedByAddress()) {
      return new Admission.Welcome(Map.of());
    }
    Counted counted = counting.get().ofAddress(request.client());
    return counted
        .refusal()
        .<Admission>map(problem -> new Admission.Denied(problem, counted.headers()))
        .orElseGet(() -> new Admission.Welcome(counted.headers()));
  }

  private Response run(Call call) {
    Optional<String> key =
        call.route().idempotent() ? call.request().idempotencyKey() : Optional.empty();
    return key.map(
            given ->
                new Idempotency(answers.get(), encoder, time)
                    .once(call, given, () -> actions.run(call)))
        .orElseGet(() -> actions.run(call));
  }
}
