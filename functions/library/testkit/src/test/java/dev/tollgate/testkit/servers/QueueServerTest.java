package dev.tollgate.testkit.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;

class QueueServerTest {
  @Test
  void messagesAreThereAfterARestart(@TempDir Path directory) {
    try (QueueServer server = QueueServer.in(directory);
        SqsClient client = server.client()) {
      String url = client.createQueue(q -> q.queueName("notifications")).queueUrl();
      assertThat(url).startsWith(server.endpoint().toString());
      client.sendMessage(m -> m.queueUrl(url).messageBody("kept"));
    }
    try (QueueServer server = QueueServer.in(directory);
        SqsClient client = server.client()) {
      String url = client.getQueueUrl(q -> q.queueName("notifications")).queueUrl();
      assertThat(client.receiveMessage(r -> r.queueUrl(url)).messages())
          .extracting(m -> m.body())
          .containsExactly("kept");
    }
  }
}
