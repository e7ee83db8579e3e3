package dev.tollgate.account;

import dev.tollgate.core.apikeys.CreatingApiKey;
import dev.tollgate.core.apikeys.KeyName;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key that somebody wants.
 *
 * @param name what people call it, 1 to 80 characters
 * @param scopes at least one of quota:read, quota:write and usage:read
 * @param expiresAt within ten years; absent for a key that works until it is revoked
 */
@Introspected
record ApiKeyRequest(
    KeyName name,
    @ArraySchema(
            schema =
                @Schema(
                    type = "string",
                    allowableValues = {"quota:read", "quota:write", "usage:read"}))
        Scopes scopes,
    @Nullable Instant expiresAt) {
  CreatingApiKey.Wish wish() {
    return new CreatingApiKey.Wish(name, scopes.all(), Optional.ofNullable(expiresAt));
  }
}
