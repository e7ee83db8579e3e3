package dev.tollgate.stripelocal.wire;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request beside its parameters.
 *
 * @param url the path as requested, which a list names as its own
 * @param headers names in lower case
 */
public record RequestContext(
    String requestId,
    @Nullable String idempotencyKey,
    URI baseUri,
    String url,
    Map<String, String> headers) {}
