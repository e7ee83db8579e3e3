package dev.tollgate.core.editions;

import java.util.List;

/**
 * How often what may be called.
 *
 * @param apiPerTenant every request of a tenant counts against each of these; empty where the
 *     number is not limited
 * @param apiPerAddress every request that names no tenant counts against each of these, by the
 *     client's network address
 */
public record RateLimits(
    RateLimit login,
    RateLimit signUp,
    RateLimit passwordReset,
    RateLimit resendVerification,
    RateLimit salesLeads,
    List<RateRule> apiPerTenant,
    List<RateRule> apiPerAddress) {
  public RateLimits {
    apiPerTenant = List.copyOf(apiPerTenant);
    apiPerAddress = List.copyOf(apiPerAddress);
  }
}
