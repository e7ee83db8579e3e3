package dev.tollgate.security;

import dev.tollgate.core.kernel.Unavailable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** The secret in AWS Secrets Manager. */
final class SecretsManagerKeys implements KeySource {
  private final SecretsManagerClient client;
  private final String secret;

  SecretsManagerKeys(SecretsManagerClient client, String secret) {
    this.client = client;
    this.secret = secret;
  }

  @Override
  public String read() {
    try {
      return client.getSecretValue(request -> request.secretId(secret)).secretString();
    } catch (ResourceNotFoundException e) {
      throw new IllegalStateException("the secret with the signing keys has no value yet", e);
    } catch (SdkException e) {
      throw new Unavailable("the signing keys could not be read", e);
    }
  }
}
