package dev.tollgate.account;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.User;
import dev.tollgate.lambda.guard.Guards;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;
import dev.tollgate.lambda.runtime.Environment;
import jakarta.inject.Singleton;

/** What is refused to whoever wants a key, in the contract's words. */
@Singleton
final class KeyRefusals {
  private final Edition edition;
  private final String apiUrl;

  KeyRefusals(Edition edition, Environment environment) {
    this.edition = edition;
    this.apiUrl = environment.required("API_URL");
  }

  Response notVerified(User user) {
    return Guards.unverified(user, edition, apiUrl).response();
  }

  static Response tooMany(int most) {
    return Problem.of(
            409,
            "too_many_api_keys",
            "There are enough keys already",
            "An account has at most " + most + " keys; revoke one that is not used any more.")
        .with("limit", most)
        .response();
  }
}
