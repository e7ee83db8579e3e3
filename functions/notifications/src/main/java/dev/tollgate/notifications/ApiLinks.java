package dev.tollgate.notifications;

import dev.tollgate.core.identity.MailTopic;
import dev.tollgate.core.kernel.OneTimeSecret;

/** Links to our own API, for what works without signing in and without the front end. */
final class ApiLinks {
  private final String api;

  /** Throws {@link IllegalArgumentException} where it is no address of the web. */
  ApiLinks(String api) {
    if (!WebAddress.isOne(api)) {
      throw new IllegalArgumentException("the API is at an http address");
    }
    this.api = api.replaceAll("/+$", "");
  }

  String unsubscribe(OneTimeSecret secret, MailTopic topic) {
    return api
        + "/api/v1/notifications/unsubscribe?token="
        + secret.text()
        + "&topic="
        + topic.wireName();
  }
}
