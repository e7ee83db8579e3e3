package dev.tollgate.stripelocal.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Ledger;
import dev.tollgate.stripelocal.ledger.NoSuchObject;
import dev.tollgate.stripelocal.ledger.Origin;
import dev.tollgate.stripelocal.ledger.Shown;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.settings.Positions;
import dev.tollgate.stripelocal.settings.Site;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The way of a request of the API: refuse, replay or run it in one Work, and word the answer. */
final class Dispatcher {
  private static final Logger LOG = System.getLogger(Dispatcher.class.getName());

  private final Ledger ledger;
  private final Routes routes;
  private final Site site;
  private final ExpandPaths paths;
  private final Idempotency idempotency = new Idempotency();

  Dispatcher(Ledger ledger, Routes routes, ApiDescription description, Site site) {
    this.ledger = ledger;
    this.routes = routes;
    this.site = site;
    this.paths = new ExpandPaths(description, kind -> routes.includables(kind).keySet());
  }

  Answer answer(Incoming request, RequestContext context) {
    Answer answer;
    try {
      answer = execute(request, context);
    } catch (StripeError error) {
      answer = Answer.error(error, context);
    }
    String key = context.idempotencyKey();
    Answer versioned =
        answer.with("Request-Id", context.requestId()).with("Stripe-Version", ApiVersion.NAME);
    return key == null ? versioned : versioned.with("Idempotency-Key", key);
  }

  private Answer execute(Incoming request, RequestContext context) {
    refuseByKnob(request.path());
    Authentication.check(request.headers());
    ApiVersion.check(request.headers(), site.settings().strictVersion());
    Routes.Match<Operation> match =
        routes.operation(request.verb(), request.path()).orElseThrow(() -> unrecognized(request));
    boolean described = !match.route().description().isMissingNode();
    ObjectNode tree = described || request.hasForm() ? form(request) : json(request);
    if (described) {
      Strictness.check(match.route().description(), tree);
    }
    Params params = Params.of(tree);
    List<List<String>> expand = paths.checked(match.route().description().path("answer"), params);
    try (Idempotency.Claim _ = idempotency.claim(context.idempotencyKey())) {
      dawdle();
      return run(
          new Prepared(match, params, expand, Idempotency.fingerprint(request, tree)), context);
    }
  }

  /** A request that is ready to run. */
  private record Prepared(
      Routes.Match<Operation> match,
      Params params,
      List<List<String>> expand,
      ObjectNode fingerprint) {}

  private Answer run(Prepared request, RequestContext context) {
    Origin origin = new Origin(context.requestId(), context.idempotencyKey());
    try {
      return ledger.work(origin, work -> inWork(request, context, work));
    } catch (StripeError error) {
      Answer answer = Answer.error(error, context);
      if (Idempotency.isOfExecution(error)) {
        store(request, context, origin, answer);
      }
      return answer;
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "failed: " + request.fingerprint(), e);
      StripeError error =
          StripeError.of(500, "api_error", null, "An unknown error occurred: " + e, null);
      Answer answer = Answer.error(error, context);
      store(request, context, origin, answer);
      return answer;
    }
  }

  private Answer inWork(Prepared request, RequestContext context, Work work) {
    Optional<Answer> stored =
        idempotency.replay(work, context.idempotencyKey(), request.fingerprint());
    if (stored.isPresent()) {
      return stored.get();
    }
    Answer answer;
    try {
      Call call = new Call(work, request.params(), request.match().path(), context);
      ObjectNode object = request.match().route().target().run(call).deepCopy();
      new Expansion(work, routes::includables).expand(object, request.expand());
      answer = Answer.json(200, Shown.of(object));
    } catch (NoSuchObject e) {
      throw StripeError.missing(e.kind(), e.id(), e.param());
    } catch (StripeError error) {
      if (!error.commits()) {
        throw error;
      }
      answer = Answer.error(error, context);
    }
    idempotency.store(work, context, request.fingerprint(), answer);
    return answer;
  }

  private void store(Prepared request, RequestContext context, Origin origin, Answer answer) {
    ledger.work(
        origin,
        work -> {
          idempotency.store(work, context, request.fingerprint(), answer);
          return true;
        });
  }

  /** The knob's wait: the request is under way meanwhile, and its key taken. */
  private void dawdle() {
    int millis = site.knobs().now().slowMillis();
    if (millis > 0) {
      try {
        Thread.sleep(Duration.ofMillis(millis));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void refuseByKnob(String path) {
    Positions.Faults fault = site.knobs().takeFailure(path);
    if (fault.status() == 0) {
      return;
    }
    throw switch (fault.status()) {
      case 429 ->
          StripeError.of(
              429, "invalid_request_error", "rate_limit", "Request rate limit exceeded.", null);
      case 409 ->
          StripeError.of(
              409,
              "invalid_request_error",
              "lock_timeout",
              "This object cannot be accessed right now because another request is using it.",
              null);
      default ->
          StripeError.of(fault.status(), "api_error", null, "Sorry! There was an error.", null);
    };
  }

  private static ObjectNode form(Incoming request) {
    return FormDecoder.decode(request.query(), request.text());
  }

  private static ObjectNode json(Incoming request) {
    ObjectNode query = FormDecoder.decode(request.query());
    if (request.body().length == 0) {
      return query;
    }
    try {
      return Json.read(request.body()) instanceof ObjectNode body ? query.setAll(body) : query;
    } catch (java.io.UncheckedIOException e) {
      throw StripeError.invalid("Invalid JSON.", null);
    }
  }

  private static StripeError unrecognized(Incoming request) {
    return StripeError.of(
        404,
        "invalid_request_error",
        null,
        "Unrecognized request URL ("
            + request.verb()
            + ": "
            + request.path()
            + "). Please see https://stripe.com/docs.",
        null);
  }
}
