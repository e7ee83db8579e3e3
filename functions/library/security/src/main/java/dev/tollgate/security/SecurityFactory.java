package dev.tollgate.security;

import dev.tollgate.aws.AwsClients;
import dev.tollgate.core.identity.AccessTokens;
import dev.tollgate.core.identity.PasswordHasher;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.lambda.logging.Log;
import dev.tollgate.lambda.runtime.Environment;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

@Factory
final class SecurityFactory {
  private static final int COST = 12;

  @Singleton
  @Bean(preDestroy = "close")
  SecretsManagerClient secretsManager(AwsClients clients) {
    return clients
        .configure(SecretsManagerClient.builder(), Optional.of("SECRETS_ENDPOINT"))
        .build();
  }

  @Singleton
  KeySource keySource(SecretsManagerClient client, Environment environment) {
    return new SecretsManagerKeys(client, environment.required("SIGNING_KEYS_SECRET"));
  }

  @Singleton
  KeyRing keyRing(KeySource source, Time time, Log log) {
    return new KeyRing(source, time, log);
  }

  @Singleton
  AccessTokens accessTokens(KeyRing keys, Time time, Environment environment) {
    return new SignedTokens(keys, time, environment.required("API_URL"));
  }

  /** A cheaper cost is a thing of tests and of the local stack. */
  @Singleton
  PasswordHasher passwordHasher(Environment environment) {
    Optional<Integer> cheaper =
        environment.isLocal()
            ? environment.optional("PASSWORD_COST").map(Integer::parseInt)
            : Optional.empty();
    return new BcryptPasswords(cheaper.orElse(COST));
  }
}
