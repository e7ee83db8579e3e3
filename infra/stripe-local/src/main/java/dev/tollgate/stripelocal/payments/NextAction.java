package dev.tollgate.stripelocal.payments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import java.net.URI;

/** What a buyer must do next: go to the page where the bank asks them. */
final class NextAction {
  /** Internal field of an intent: where the buyer goes afterwards. */
  static final String RETURN_URL = "_return_url";

  private NextAction() {}

  static ObjectNode redirect(URI base, ObjectNode intent) {
    ObjectNode action = Json.object().put("type", "redirect_to_url");
    action
        .putObject("redirect_to_url")
        .put("return_url", Json.text(intent, RETURN_URL))
        .put("url", base + "/authenticate/" + intent.path("id").textValue());
    return action;
  }
}
