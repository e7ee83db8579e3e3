package dev.tollgate.queue;

import dev.tollgate.core.billing.EventQueue;
import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.lambda.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * One FIFO queue whose message groups are the events' lanes. SQS drops for five minutes what comes
 * under a deduplication id that it has taken: of fifty copies of an event one is applied. What a
 * person asks for again has an id of its own.
 */
final class SqsEventQueue implements EventQueue {
  private final SqsClient client;
  private final String url;

  SqsEventQueue(SqsClient client, String url) {
    this.client = client;
    this.url = url;
  }

  @Override
  public void send(ProviderEvent event) {
    send(event, event.id());
  }

  @Override
  public void resend(ProviderEvent event, Instant asked) {
    send(event, event.id() + "@" + asked.toEpochMilli());
  }

  private void send(ProviderEvent event, String deduplication) {
    SendMessageRequest request =
        SendMessageRequest.builder()
            .queueUrl(url)
            .messageBody(new String(Json.write(event.fields()), StandardCharsets.UTF_8))
            .messageGroupId(FifoId.of(event.lane()))
            .messageDeduplicationId(FifoId.of(deduplication))
            .build();
    try {
      client.sendMessage(request);
    } catch (SdkException e) {
      throw new Unavailable("SQS did not say whether it took the event", e);
    }
  }
}
