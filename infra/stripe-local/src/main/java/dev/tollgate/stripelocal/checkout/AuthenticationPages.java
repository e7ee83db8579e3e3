package dev.tollgate.stripelocal.checkout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.pages.Html;
import dev.tollgate.stripelocal.payments.Finishing;
import dev.tollgate.stripelocal.payments.PaymentRooms;
import dev.tollgate.stripelocal.wire.PageAnswer;
import dev.tollgate.stripelocal.wire.PageRequest;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import java.util.Optional;

/** The bank's page: a buyer authenticates, or does not. */
final class AuthenticationPages implements Room {
  private final Finishing finishing;

  AuthenticationPages(Finishing finishing) {
    this.finishing = finishing;
  }

  @Override
  public void register(Router router) {
    router.page("GET", "/authenticate/{intent}", AuthenticationPages::show);
    router.page("POST", "/authenticate/{intent}", this::decide);
  }

  private static PageAnswer show(PageRequest request) {
    return intent(request).filter(AuthenticationPages::isAsked).isPresent() ? question() : over();
  }

  private PageAnswer decide(PageRequest request) {
    Optional<ObjectNode> found = intent(request);
    if (found.isEmpty()) {
      return over();
    }
    ObjectNode intent = found.get();
    String back = Json.text(intent, PaymentRooms.RETURN_URL);
    if (isAsked(intent)) {
      boolean success = request.field("outcome").equals("complete");
      Pages.authenticated(finishing, request.work(), intent, success);
    }
    return back == null ? over() : PageAnswer.redirect(back);
  }

  private static Optional<ObjectNode> intent(PageRequest request) {
    String id = request.path("intent");
    return request
        .work()
        .find(Kind.PAYMENT_INTENT, id)
        .or(() -> request.work().find(Kind.SETUP_INTENT, id));
  }

  private static boolean isAsked(ObjectNode intent) {
    return Sessions.is(intent, "requires_action");
  }

  private static PageAnswer question() {
    return Html.narrow(
        200,
        "Authenticate",
        """
        <div class="box">
        <h1>Your bank wants to know that it is you</h1>
        <p class="soft">3D Secure test page: choose what happens.</p>
        <form method="post">
        <button id="complete" name="outcome" value="complete">Complete authentication</button>
        <button id="fail" class="danger" name="outcome" value="fail">Fail authentication</button>
        </form>
        </div>
        """);
  }

  private static PageAnswer over() {
    return Html.narrow(
        200,
        "Authenticate",
        "<div class=\"box\"><h1>Nothing to authenticate</h1><p>You can close this page.</p></div>");
  }
}
