package dev.tollgate.stripelocal.wire;

import dev.tollgate.stripelocal.ledger.Ledger;
import dev.tollgate.stripelocal.ledger.NoSuchObject;
import dev.tollgate.stripelocal.ledger.Origin;
import java.util.Map;
import java.util.Optional;

/** Hosted pages and test helpers: each request is one Work, without authentication. */
final class Pages {
  private final Ledger ledger;
  private final Routes routes;

  Pages(Ledger ledger, Routes routes) {
    this.ledger = ledger;
    this.routes = routes;
  }

  /** Empty when no page hangs there. */
  Optional<Answer> answer(Incoming request, RequestContext context) {
    return routes
        .page(request.verb(), request.path())
        .map(match -> answer(match, request, context));
  }

  private Answer answer(Routes.Match<PageHandler> match, Incoming request, RequestContext context) {
    Map<String, String> form =
        FormDecoder.flat(request.query(), request.hasForm() ? request.text() : "");
    try {
      PageAnswer page =
          ledger.work(
              new Origin(context.requestId(), null),
              work ->
                  answered(
                      match, new PageRequest(work, match.path(), form, request.body(), context)));
      return new Answer(page.status(), page.headers(), page.body());
    } catch (StripeError error) {
      return Answer.error(error, context);
    }
  }

  private static PageAnswer answered(Routes.Match<PageHandler> match, PageRequest request) {
    try {
      return match.route().target().answer(request);
    } catch (NoSuchObject e) {
      throw StripeError.missing(e.kind(), e.id(), e.param());
    } catch (StripeError error) {
      if (!error.commits()) {
        throw error;
      }
      Answer answer = Answer.error(error, request.ctx());
      return new PageAnswer(answer.status(), answer.headers(), answer.body());
    }
  }
}
