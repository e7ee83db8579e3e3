package dev.tollgate.testkit.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

class SecretsServerTest {
  @Test
  void aSecretIsFoundByNameAndByArnAndMayChange() {
    Map<String, String> values = new HashMap<>(Map.of("tollgate/signing-keys", "first"));
    try (SecretsServer server = SecretsServer.start(() -> values);
        SecretsManagerClient client =
            LocalAws.client(SecretsManagerClient.builder(), server.endpoint())) {
      assertThat(client.getSecretValue(s -> s.secretId("tollgate/signing-keys")).secretString())
          .isEqualTo("first");
      values.put("tollgate/signing-keys", "second");
      String arn =
          "arn:aws:secretsmanager:local-1:000000000000:secret:tollgate/signing-keys-a1b2c3";
      assertThat(client.getSecretValue(s -> s.secretId(arn)).secretString()).isEqualTo("second");
    }
  }

  @Test
  void aSecretThatIsNotThereIsNotFound() {
    try (SecretsServer server = SecretsServer.start(Map::of);
        SecretsManagerClient client =
            LocalAws.client(SecretsManagerClient.builder(), server.endpoint())) {
      assertThatThrownBy(() -> client.getSecretValue(s -> s.secretId("none")))
          .isInstanceOf(ResourceNotFoundException.class);
    }
  }
}
