package dev.tollgate.editions;

import dev.tollgate.core.editions.RateLimit;
import dev.tollgate.core.editions.RateLimits;
import dev.tollgate.core.editions.RateRule;
import java.util.Optional;

/** Reads how often what may be called. */
final class RateLimitsReader {
  private RateLimitsReader() {}

  static Optional<RateLimits> read(Value value) {
    Fields in = value.fields();
    var login = limit(in.at("login"));
    var signUp = limit(in.at("sign_up"));
    var passwordReset = limit(in.at("password_reset"));
    var resend = limit(in.at("resend_verification"));
    var salesLeads = limit(in.at("sales_leads"));
    var apiPerTenant = in.at("api_per_tenant").distinct(RateLimitsReader::rule);
    var apiPerAddress = in.at("api_per_address").distinct(RateLimitsReader::rule);
    return in.build(
        () ->
            new RateLimits(
                login.orElseThrow(),
                signUp.orElseThrow(),
                passwordReset.orElseThrow(),
                resend.orElseThrow(),
                salesLeads.orElseThrow(),
                apiPerTenant,
                apiPerAddress));
  }

  private static Optional<RateLimit> limit(Value value) {
    Fields in = value.fields();
    var perAddress = rule(in.at("per_address"));
    var perEmail = rule(in.at("per_email"));
    return in.build(() -> new RateLimit(perAddress.orElseThrow(), perEmail.orElseThrow()));
  }

  private static Optional<RateRule> rule(Value value) {
    Fields in = value.fields();
    var limit = Quantities.small(in.at("limit"));
    var window = Quantities.duration(in.at("window"));
    return in.build(() -> new RateRule(limit.orElseThrow(), window.orElseThrow()));
  }
}
