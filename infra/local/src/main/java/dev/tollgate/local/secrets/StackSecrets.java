package dev.tollgate.local.secrets;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tollgate.local.stripe.StripePart;
import dev.tollgate.security.NewSigningKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The values behind the template's secrets, by name. */
public final class StackSecrets {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SIGNING_KEYS = "SigningKeys";
  private static final String STRIPE_KEYS = "StripeKeys";

  private final Map<String, String> values = new ConcurrentHashMap<>();
  private final @Nullable Path file;

  private StackSecrets(@Nullable Path file) {
    this.file = file;
  }

  /**
   * @param file where the values survive a restart, and with them every token; null for nowhere
   */
  public static StackSecrets open(@Nullable Path file) {
    StackSecrets secrets = new StackSecrets(file);
    if (file != null && Files.exists(file)) {
      try {
        secrets.values.putAll(
            JSON.readValue(file.toFile(), new TypeReference<Map<String, String>>() {}));
      } catch (IOException e) {
        throw new UncheckedIOException("the secrets of earlier runs cannot be read", e);
      }
    }
    return secrets;
  }

  /**
   * Gives a value to each secret that the stack can invent one for.
   *
   * @param names by the secrets' logical names in the template
   */
  public void fill(Map<String, String> names) {
    boolean changed = invent(names.get(SIGNING_KEYS), () -> NewSigningKeys.rotate(""));
    changed |= invent(names.get(STRIPE_KEYS), () -> StripePart.SECRET);
    if (!changed) {
      return;
    }
    if (file != null) {
      try {
        Files.writeString(file, JSON.writeValueAsString(values));
      } catch (IOException e) {
        throw new UncheckedIOException("the secrets could not be stored", e);
      }
    }
  }

  private boolean invent(@Nullable String name, Supplier<String> value) {
    if (name == null || values.containsKey(name)) {
      return false;
    }
    values.put(name, value.get());
    return true;
  }

  public Map<String, String> values() {
    return Map.copyOf(values);
  }
}
