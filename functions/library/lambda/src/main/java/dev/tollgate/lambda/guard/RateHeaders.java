package dev.tollgate.lambda.guard;

import dev.tollgate.core.calls.CallCounter;
import dev.tollgate.core.calls.Taking.Left;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells clients their limits (draft-ietf-httpapi-ratelimit-headers-10). What is left is what this
 * instance has leased, so there may be more, and never was less.
 */
final class RateHeaders {
  private RateHeaders() {}

  /** Nothing about what is not limited; a meter's period has no length that is always the same. */
  static Map<String, String> of(List<Left> left, Instant now) {
    List<Left> limited = left.stream().filter(each -> most(each).isPresent()).toList();
    if (limited.isEmpty()) {
      return Map.of();
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ratelimit-policy", joined(limited, RateHeaders::policy));
    headers.put("ratelimit", joined(limited, each -> state(each, now)));
    return headers;
  }

  private static String joined(List<Left> left, Function<Left, String> written) {
    return left.stream().map(written).collect(Collectors.joining(", "));
  }

  private static String policy(Left left) {
    return name(left)
        + ";q="
        + most(left).orElseThrow()
        + window(left.counter()).map(window -> ";w=" + Math.max(1, window.toSeconds())).orElse("");
  }

  private static String state(Left left, Instant now) {
    Duration rest = Duration.between(now, left.counter().endsAt());
    return name(left)
        + ";r="
        + left.calls()
        + ";t="
        + Math.max(0, rest.plusMillis(999).toSeconds());
  }

  private static String name(Left left) {
    return '"' + left.counter().name() + '"';
  }

  private static OptionalLong most(Left left) {
    return left.counter().most();
  }

  private static Optional<Duration> window(CallCounter counter) {
    return switch (counter) {
      case CallCounter.OfTenant tenant -> Optional.of(tenant.rule().window());
      case CallCounter.OfAddress address -> Optional.of(address.rule().window());
      case CallCounter.OfMeter _ -> Optional.empty();
    };
  }
}
