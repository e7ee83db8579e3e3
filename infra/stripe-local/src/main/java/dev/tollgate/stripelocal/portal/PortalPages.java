package dev.tollgate.stripelocal.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.checkout.CardForm;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.pages.Html;
import dev.tollgate.stripelocal.wire.PageAnswer;
import dev.tollgate.stripelocal.wire.PageRequest;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import java.util.Optional;

/** The hosted page of a portal session. After each form the browser reads the page anew. */
final class PortalPages implements Room {
  /** Internal field of a session: what the page says once, after something was done. */
  static final String NOTICE = "_notice";

  /** Internal field of a session: what the page says once, after something was refused. */
  static final String ERROR = "_error";

  private final Actions actions;

  PortalPages(Actions actions) {
    this.actions = actions;
  }

  @Override
  public void register(Router router) {
    router.page("GET", "/portal/{session}", PortalPages::show);
    router.page("POST", "/portal/{session}", this::act);
  }

  private static PageAnswer show(PageRequest request) {
    return Access.of(request.work(), request.path("session"))
        .map(access -> page(request.work(), 200, access))
        .orElseGet(PortalPages::unknown);
  }

  private PageAnswer act(PageRequest request) {
    Optional<Access> found = Access.of(request.work(), request.path("session"));
    if (found.isEmpty()) {
      return unknown();
    }
    Access access = found.get();
    return switch (actions.run(request.work(), access, asked(request))) {
      case Answer.Done(String notice) -> {
        access.session().put(NOTICE, notice);
        yield PageAnswer.redirect(next(access));
      }
      case Answer.ActionRequired(ObjectNode intent) ->
          PageAnswer.redirect(intent.at("/next_action/redirect_to_url/url").asText());
      case Answer.Refused(int status, String message) -> {
        access.session().put(ERROR, message);
        yield page(request.work(), status, access);
      }
    };
  }

  /** A flow can lead elsewhere when it is done. */
  private static String next(Access access) {
    String elsewhere =
        Json.text(access.session().at("/flow/after_completion/redirect"), "return_url");
    return elsewhere == null ? access.session().path("url").asText() : elsewhere;
  }

  private static Actions.Asked asked(PageRequest request) {
    String quantity = request.field("quantity").strip();
    String price = request.field("price");
    return new Actions.Asked(
        request.field("action"),
        request.field("subscription"),
        price.isEmpty() ? null : price,
        // What is no number is no number of seats, which is refused like too few.
        quantity.isEmpty() ? null : quantity.matches("\\d{1,9}") ? Long.parseLong(quantity) : 0L,
        request.form().containsKey("number") ? CardForm.read(request) : null,
        request.field("payment_method"),
        request.field("feedback"),
        request.field("comment"));
  }

  private static PageAnswer page(Work work, int status, Access access) {
    PageAnswer answer = Html.page(status, "Your subscription", PortalPage.of(work, access));
    access.session().remove(NOTICE);
    access.session().remove(ERROR);
    return answer;
  }

  private static PageAnswer unknown() {
    return Html.narrow(
        404,
        "Not found",
        "<div class=\"box\"><h1>There is no such page</h1><p>Ask for a new link.</p></div>");
  }
}
