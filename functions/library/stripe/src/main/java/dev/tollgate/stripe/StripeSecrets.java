package dev.tollgate.stripe;

import dev.tollgate.lambda.json.Json;
import dev.tollgate.lambda.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the secret holds: {@code {"api_key": "sk_…", "webhook_secrets": ["whsec_…"],
 * "thin_webhook_secrets": ["whsec_…"]}}. Lists may be missing; while a secret is rolled a list has
 * the new one and the old one.
 *
 * @param apiKey empty where the deployment has no account
 * @param webhookSecrets of all endpoints, those for thin events too
 */
record StripeSecrets(String apiKey, List<String> webhookSecrets) {
  static final StripeSecrets NONE = new StripeSecrets("", List.of());

  private static final Set<String> KNOWN =
      Set.of("api_key", "webhook_secrets", "thin_webhook_secrets");
  private static final Pattern KEY = Pattern.compile("(sk|rk)_(test|live)_[A-Za-z0-9_]+");

  /** An empty or guessable key signs everything: such an entry is left out. */
  private static final int SHORTEST = 16;

  StripeSecrets {
    webhookSecrets =
        webhookSecrets.stream().filter(secret -> secret.strip().length() >= SHORTEST).toList();
  }

  /** Throws {@link IllegalStateException} for anything else; never shows it. */
  static StripeSecrets parse(String json) {
    Map<?, ?> fields = object(json);
    Object key = fields.containsKey("api_key") ? fields.get("api_key") : "";
    if (!KNOWN.containsAll(fields.keySet())
        || !(key instanceof String apiKey)
        || !(apiKey.isEmpty() || KEY.matcher(apiKey).matches())) {
      throw malformed();
    }
    List<String> secrets = new ArrayList<>(texts(fields.get("webhook_secrets")));
    secrets.addAll(texts(fields.get("thin_webhook_secrets")));
    return new StripeSecrets(apiKey, secrets);
  }

  boolean isConfigured() {
    return !apiKey.isEmpty();
  }

  /** Whether real money moves. */
  boolean isLive() {
    return apiKey.startsWith("sk_live_") || apiKey.startsWith("rk_live_");
  }

  private static Map<?, ?> object(String json) {
    try {
      if (Json.read(json.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> fields) {
        return fields;
      }
      throw malformed();
    } catch (MalformedJson e) {
      throw malformed(); // without its words, which may quote the secret
    }
  }

  private static List<String> texts(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> items)) {
      throw malformed();
    }
    List<String> texts = new ArrayList<>();
    for (Object item : items) {
      if (!(item instanceof String text)) {
        throw malformed();
      }
      texts.add(text);
    }
    return texts;
  }

  private static IllegalStateException malformed() {
    return new IllegalStateException(
        "the secret with Stripe's keys is not an object of api_key, webhook_secrets and"
            + " thin_webhook_secrets");
  }

  @Override
  public String toString() {
    return "StripeSecrets[hidden]";
  }
}
