package dev.tollgate.testkit.servers;

import java.net.URI;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * LocalStack in a container of its own; a class of its own too, so that nobody else loads Docker's.
 */
final class ContainedLocalStack {
  private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.9");

  private final LocalStackContainer container;

  private ContainedLocalStack(LocalStackContainer container) {
    this.container = container;
  }

  static ContainedLocalStack start() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new IllegalStateException(
          "Docker does not answer; without -Daws=localstack the embedded servers are used");
    }
    LocalStackContainer container =
        new LocalStackContainer(IMAGE)
            .withServices("dynamodb", "sqs")
            .withEnv("ALLOW_NONSTANDARD_REGIONS", "1");
    container.start();
    return new ContainedLocalStack(container);
  }

  URI endpoint() {
    return container.getEndpoint();
  }

  void close() {
    container.stop();
  }
}
