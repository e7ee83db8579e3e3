package dev.tollgate.stripelocal.checkout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.pages.Html;
import dev.tollgate.stripelocal.wire.PageAnswer;
import dev.tollgate.stripelocal.wire.PageRequest;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The hosted page of a session. Its address ends with the session's id. */
final class SessionPages implements Room {
  private final Paying paying;
  private final Expiring expiring;

  SessionPages(Paying paying, Expiring expiring) {
    this.paying = paying;
    this.expiring = expiring;
  }

  @Override
  public void register(Router router) {
    router.page("GET", "/pay/{session}", this::show);
    router.page("POST", "/pay/{session}", this::pay);
  }

  private PageAnswer show(PageRequest request) {
    ObjectNode session = session(request);
    return session == null
        ? unknown()
        : closed(session).orElseGet(() -> open(request.work(), 200, session, NOTHING));
  }

  /** The second of two clicks finds the session complete and goes where the first one goes. */
  private PageAnswer pay(PageRequest request) {
    ObjectNode session = session(request);
    if (session == null) {
      return unknown();
    }
    Optional<PageAnswer> closed = closed(session);
    if (closed.isPresent()) {
      return closed.get();
    }
    Buyer buyer = buyer(request, session);
    Optional<String> missing = missing(session, buyer);
    if (missing.isPresent()) {
      session.put(Sessions.ERROR, missing.get());
      return open(request.work(), 400, session, buyer);
    }
    return switch (paying.pay(request.work(), session, buyer)) {
      case Outcome.Completed() -> PageAnswer.redirect(Sessions.successUrl(session));
      case Outcome.Declined _ -> open(request.work(), 402, session, buyer);
      case Outcome.ActionRequired(ObjectNode intent) ->
          PageAnswer.redirect(intent.at("/next_action/redirect_to_url/url").asText());
    };
  }

  private @Nullable ObjectNode session(PageRequest request) {
    ObjectNode session =
        request.work().find(Kind.CHECKOUT_SESSION, request.path("session")).orElse(null);
    if (session != null) {
      expiring.expireIfOver(request.work(), session);
    }
    return session;
  }

  private static final Buyer NOTHING = new Buyer(null, false, null, null);

  private static Buyer buyer(PageRequest request, ObjectNode session) {
    return new Buyer(
        Sessions.needsCard(session) ? CardForm.read(request) : null,
        request.field("kind").equals("debit"),
        given(request, "email"),
        given(request, "name"));
  }

  private static @Nullable String given(PageRequest request, String name) {
    String text = request.field(name).strip();
    return text.isEmpty() ? null : text.substring(0, Math.min(200, text.length()));
  }

  private static Optional<String> missing(ObjectNode session, Buyer buyer) {
    boolean known = session.hasNonNull("customer") || session.hasNonNull("customer_email");
    String email = buyer.email();
    return known || (email != null && email.matches("[^@\\s]+@[^@\\s]+"))
        ? Optional.empty()
        : Optional.of("Please write your e-mail address.");
  }

  private static PageAnswer open(Work work, int status, ObjectNode session, Buyer written) {
    return Html.page(status, "Checkout", SessionPage.of(work, session, written));
  }

  private static Optional<PageAnswer> closed(ObjectNode session) {
    if (Sessions.is(session, "complete")) {
      return Optional.of(PageAnswer.redirect(Sessions.successUrl(session)));
    }
    return Sessions.isOpen(session) ? Optional.empty() : Optional.of(expired(session));
  }

  private static PageAnswer expired(ObjectNode session) {
    String back = Json.text(session, "cancel_url");
    String link =
        back == null ? "" : "<p><a href=\"" + Html.text(back) + "\">Back to the shop</a></p>";
    return Html.narrow(
        410,
        "Checkout expired",
        "<div class=\"box\"><h1>This page has expired</h1><p>Nothing was charged.</p>"
            + link
            + "</div>");
  }

  private static PageAnswer unknown() {
    return Html.narrow(
        404,
        "Not found",
        "<div class=\"box\"><h1>There is no such checkout</h1><p>The address is not complete, or it"
            + " is of another server.</p></div>");
  }
}
