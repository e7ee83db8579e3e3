package dev.tollgate.stripe;

import dev.tollgate.core.kernel.Unavailable;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** The secret in AWS Secrets Manager. */
final class StoredSecret implements SecretSource {
  private final SecretsManagerClient client;
  private final String secret;

  StoredSecret(SecretsManagerClient client, String secret) {
    this.client = client;
    this.secret = secret;
  }

  @Override
  public Optional<String> read() {
    try {
      return Optional.ofNullable(
          client.getSecretValue(request -> request.secretId(secret)).secretString());
    } catch (ResourceNotFoundException _) {
      return Optional.empty();
    } catch (SdkException e) {
      throw new Unavailable("the secret with Stripe's keys could not be read", e);
    }
  }
}
