package dev.tollgate.stripelocal.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What became of something a customer asked for. */
sealed interface Answer {
  /** It is done; the notice says so to the customer. */
  record Done(String notice) implements Answer {}

  /**
   * It is not done, and nothing has changed but the record of a refused card.
   *
   * @param status 400 for what makes no sense, 402 for a card, 403 for what the configuration
   *     forbids, 409 for what is so already
   */
  record Refused(int status, String message) implements Answer {}

  /** The customer must authenticate a card first. */
  record ActionRequired(ObjectNode intent) implements Answer {}
}
