package dev.tollgate.queue;

import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.messages.Consumer;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.messages.MessageQueue;
import dev.tollgate.lambda.events.MessageBody;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * One SQS queue for each consumer. Every message carries its tenant as the group, which makes a
 * standard queue fair: a tenant with a thousand messages does not delay the others.
 */
final class SqsQueues implements MessageQueue {
  /** The most that SQS takes in one call. */
  private static final int BATCH = 10;

  private final SqsClient client;
  private final QueueUrls urls;

  SqsQueues(SqsClient client, QueueUrls urls) {
    this.client = client;
    this.urls = urls;
  }

  @Override
  public Set<MessageId> send(Consumer consumer, List<Message> messages) {
    Set<MessageId> refused = new HashSet<>();
    for (int from = 0; from < messages.size(); from += BATCH) {
      List<Message> batch = messages.subList(from, Math.min(messages.size(), from + BATCH));
      refused.addAll(sendBatch(urls.of(consumer), batch));
    }
    return refused;
  }

  private List<MessageId> sendBatch(String url, List<Message> batch) {
    SendMessageBatchRequest request =
        SendMessageBatchRequest.builder()
            .queueUrl(url)
            .entries(
                IntStream.range(0, batch.size()).mapToObj(i -> entry(i, batch.get(i))).toList())
            .build();
    try {
      return client.sendMessageBatch(request).failed().stream()
          .map(failure -> batch.get(Integer.parseInt(failure.id())).id())
          .toList();
    } catch (SdkException e) {
      throw new Unavailable("SQS did not say what it took", e);
    }
  }

  /** The entry's id is its place, since SQS refuses a batch in which two are alike. */
  private static SendMessageBatchRequestEntry entry(int place, Message message) {
    return SendMessageBatchRequestEntry.builder()
        .id(Integer.toString(place))
        .messageBody(MessageBody.write(message))
        .messageGroupId(message.tenant().value())
        .build();
  }
}
